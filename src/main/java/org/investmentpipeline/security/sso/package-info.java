/** The bureau's own sign-on: tokens that its issuer signs are accepted beside the service's own. */
@NullMarked
package org.investmentpipeline.security.sso;

import org.jspecify.annotations.NullMarked;
