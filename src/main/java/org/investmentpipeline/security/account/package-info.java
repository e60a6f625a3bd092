/** Users and their tokens: sign-in, the REST resources, and the bootstrap of the first user. */
@NullMarked
package org.investmentpipeline.security.account;

import org.jspecify.annotations.NullMarked;
