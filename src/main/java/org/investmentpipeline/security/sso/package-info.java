/** Single sign-on: tokens signed by the bureau's issuer are accepted in addition to the service's own. */
@NullMarked
package org.investmentpipeline.security.sso;

import org.jspecify.annotations.NullMarked;
