/** Password rules and hashes. */
@NullMarked
package org.investmentpipeline.security.password;

import org.jspecify.annotations.NullMarked;
