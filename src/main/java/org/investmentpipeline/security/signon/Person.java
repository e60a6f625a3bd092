package org.investmentpipeline.security.signon;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.investmentpipeline.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who a token of the bureau's issuer is of.
 *
 * @param username kept apart from users of the service by a sign that their names cannot have
 * @param subject how the issuer knows the person, for ever
 * @param session what all tokens of one sign-on have in common; the hash of the token where the issuer does not say
 * @param roles those of the service, without what they include
 * @param zones the codes that were claimed; none when the person is not limited to zones
 */
record Person(
        String username,
        String subject,
        String session,
        List<Role> roles,
        @Nullable Set<String> zones,
        Instant expiresAt) {
    /** What the name of everybody who signs on begins with. */
    static final String PREFIX = "bureau:";
}
