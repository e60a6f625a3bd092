/** Users and their tokens: sign-in, and all that keeps strangers out. */
@NullMarked
package org.investmentpipeline.security.account;

import org.jspecify.annotations.NullMarked;
