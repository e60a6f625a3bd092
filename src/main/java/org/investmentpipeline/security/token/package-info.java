/** Bearer tokens: issued, looked up for each request, revoked. */
@NullMarked
package org.investmentpipeline.security.token;

import org.jspecify.annotations.NullMarked;
