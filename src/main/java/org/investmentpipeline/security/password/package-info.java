/** Passwords: which are accepted, and how they are kept. */
@NullMarked
package org.investmentpipeline.security.password;

import org.jspecify.annotations.NullMarked;
