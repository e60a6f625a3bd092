package org.investmentpipeline.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.security.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the caller still has the access with which the running request began. A token that expires meanwhile was valid when the
 * request arrived; tokens of the bureau's own sign-on cannot be revoked.
 */
@ApplicationScoped
public class AccessRecheck {
    private final SecurityIdentity identity;
    private final EntityManager entities;

    AccessRecheck(SecurityIdentity identity, EntityManager entities) {
        this.identity = identity;
        this.entities = entities;
    }

    /** Refuses when the token was revoked, or its user was suspended (401) or has lost a role or a zone (403) since. */
    public void require() {
        var token = identity.<Long>getAttribute(Actor.TOKEN);
        if (token == null) {
            return;
        }
        var rows = rows(token);
        if (rows.isEmpty()) {
            throw Problem.of(
                    ProblemType.UNAUTHENTICATED,
                    "Your token was revoked during the request; nothing was changed.",
                    "处理期间您的令牌已被撤销，未作任何修改。");
        }
        if (!roles(rows).containsAll(identity.getRoles()) || !reaches(rows)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Your roles or zones were changed during the request; nothing was changed.",
                    "处理期间您的角色或片区已变更，未作任何修改。");
        }
    }

    /** One row for each role and zone of the user, as committed by others meanwhile. */
    private List<Object[]> rows(long token) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select u.limited as limited, r.role as role, z.zone_code as zone_code
                        from token t join users u on u.id = t.user_id join user_role r on r.user_id = u.id
                            left join user_zone z on z.user_id = u.id
                        where t.id = :token and t.revoked_at is null and u.active
                        """, Object[].class)
                .addScalar("limited", StandardBasicTypes.BOOLEAN)
                .addScalar("role", StandardBasicTypes.STRING)
                .addScalar("zone_code", StandardBasicTypes.STRING)
                .setParameter("token", token)
                .getResultList();
    }

    /** The roles of a narrowed token, which never change. */
    private static Set<String> roles(List<Object[]> rows) {
        return Role.including(
                        rows.stream().map(row -> Role.valueOf((String) row[1])).toList())
                .stream()
                .map(Role::name)
                .collect(Collectors.toSet());
    }

    private boolean reaches(List<Object[]> rows) {
        @Nullable Set<String> zones = identity.getAttribute(CurrentUser.ZONES);
        var isLimited = (Boolean) rows.get(0)[0];
        return !isLimited
                || zones != null && rows.stream().map(row -> row[2]).toList().containsAll(zones);
    }
}
