package org.investmentpipeline.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.UserTarget;

/** Records requests that were refused for a missing role in the audit trail. */
@ApplicationScoped
class AccessDenialAudit {
    private static final int LONGEST_NOTE = 500;

    private final AuditTrail trail;
    private final EntityManager entities;

    AccessDenialAudit(AuditTrail trail, EntityManager entities) {
        this.trail = trail;
        this.entities = entities;
    }

    /** Blocks on the database; not to be called on the event loop. */
    void note(Actor actor, String operation) {
        trail.alone(() -> record(actor, operation));
    }

    /** Locks the row of a user, which users of single sign-on do not have. */
    private void record(Actor actor, String operation) {
        var username = Objects.requireNonNull(actor.username(), "403 is answered to authenticated users only");
        entities.createNativeQuery("select id from users where username = :username for update", Long.class)
                .setParameter("username", username)
                .getResultList();
        var note = Text.shortened(operation, LONGEST_NOTE - 1);
        trail.record(List.of(AuditEvent.of(UserTarget.of(username), "REFUSED", note)), actor);
    }
}
