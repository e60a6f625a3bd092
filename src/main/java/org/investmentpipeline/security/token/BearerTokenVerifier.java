package org.investmentpipeline.security.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.audit.Actor;

/** Looks up the user of a token, for each request, so that changes of users are effective immediately. */
@ApplicationScoped
public class BearerTokenVerifier implements IdentityProvider<TokenAuthenticationRequest> {
    private final SessionFactory sessions;
    private final Clock clock;
    private final TokenSettings settings;
    private final TokenUses uses;

    BearerTokenVerifier(SessionFactory sessions, Clock clock, TokenSettings settings, TokenUses uses) {
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
        this.uses = uses;
    }

    /** Handles every token, so providers for tokens of other forms need a higher priority. */
    @Override
    public int priority() {
        return SYSTEM_LAST;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var hash = Hash.of(request.getToken().getToken());
        return context.runBlocking(() -> {
            var rows = rows(hash);
            var identity = identity(rows);
            uses.note((Long) rows.get(0)[0], (Instant) rows.get(0)[6]);
            return identity;
        });
    }

    /** One row for each role and zone of the user, in one statement without a transaction, whose commit would be another. */
    private List<Object[]> rows(String hash) {
        return sessions.fromStatelessSession(session -> rows(session, hash));
    }

    private List<Object[]> rows(StatelessSession session, String hash) {
        return session.createNativeQuery("""
                        select t.id as token_id, t.role as narrowed, u.username as username, u.limited as limited,
                            r.role as role, z.zone_code as zone_code, t.last_used_at as last_used_at
                        from token t join users u on u.id = t.user_id join user_role r on r.user_id = u.id
                            left join user_zone z on z.user_id = u.id
                        where t.hash = :hash and t.revoked_at is null and t.expires_at > :now and u.active
                            and coalesce(t.last_used_at, t.created_at) > :idleSince
                        """, Object[].class)
                .addScalar("token_id", StandardBasicTypes.LONG)
                .addScalar("narrowed", StandardBasicTypes.STRING)
                .addScalar("username", StandardBasicTypes.STRING)
                .addScalar("limited", StandardBasicTypes.BOOLEAN)
                .addScalar("role", StandardBasicTypes.STRING)
                .addScalar("zone_code", StandardBasicTypes.STRING)
                .addScalar("last_used_at", StandardBasicTypes.INSTANT)
                .setParameter("hash", hash)
                .setParameter("idleSince", clock.instant().minus(settings.idle()), StandardBasicTypes.INSTANT)
                .setParameter("now", clock.instant(), StandardBasicTypes.INSTANT)
                .getResultList();
    }

    private static SecurityIdentity identity(List<Object[]> rows) {
        if (rows.isEmpty()) {
            throw new AuthenticationFailedException("no such token");
        }
        var first = rows.get(0);
        var roles = Role.including(
                rows.stream().map(row -> Role.valueOf((String) row[4])).toList());
        if (first[1] != null) {
            roles.retainAll(Role.valueOf((String) first[1]).including());
        }
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal((String) first[2]))
                .addAttribute(Actor.TOKEN, first[0]);
        roles.forEach(role -> identity.addRole(role.name()));
        if ((Boolean) first[3]) {
            Set<String> zones = new HashSet<>();
            rows.stream().filter(row -> row[5] != null).forEach(row -> zones.add((String) row[5]));
            identity.addAttribute(CurrentUser.ZONES, Set.copyOf(zones));
        }
        return identity.build();
    }
}
