package org.investmentpipeline.security.sso;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.UserTarget;
import org.jspecify.annotations.Nullable;

/**
 * Records logins by single sign-on in the audit trail: once a session, and again when the rights of the session change. Each instance
 * remembers the latest sessions in memory, so another instance, or a restarted one, records them once more.
 */
@ApplicationScoped
class SsoLoginAudit {
    private static final int MOST = 10_000;

    private final AuditTrail trail;
    private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    SsoLoginAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Records the login of a token.
     *
     * @param zones the existing zones of the person; empty when not limited
     */
    void note(SsoIdentity person, @Nullable SortedSet<String> zones, String address) {
        var rights = Objects.toString(zones);
        var key = Hash.of(List.of(person.username(), person.subject(), person.session(), person.roles(), rights));
        if (!seen.add(key)) {
            return;
        }
        var event = AuditEvent.of(
                UserTarget.of(person.username()),
                "SIGNED_ON",
                new FieldChange("sub", null, person.subject()),
                new FieldChange("roles", null, person.roles().toString()),
                new FieldChange("zones", null, zones == null ? null : zones.toString()),
                new FieldChange("expiresAt", null, person.expiresAt().toString()));
        try {
            trail.alone(() -> trail.record(List.of(event), new Actor(person.username(), null, address)));
        } catch (RuntimeException failed) {
            seen.remove(key);
            throw failed;
        }
    }
}
