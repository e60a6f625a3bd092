package org.investmentpipeline.security.sso;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.investmentpipeline.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * The identity asserted by a valid token of the bureau's issuer.
 *
 * @param username has a prefix that names of the service's own users cannot have
 * @param subject the issuer's permanent id of the person
 * @param session common to all tokens of one login; the hash of the token where the issuer names no session
 * @param roles roles of the service, without the roles they include
 * @param zones the claimed zone codes; null for a person who is not limited to zones
 */
record SsoIdentity(
        String username,
        String subject,
        String session,
        List<Role> roles,
        @Nullable Set<String> zones,
        Instant expiresAt) {
    /** The prefix of the names of users of single sign-on. */
    static final String PREFIX = "bureau:";
}
