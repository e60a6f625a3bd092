package org.investmentpipeline.security.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event for the audit trail: an action on a target.
 *
 * @param action in capitals, such as {@code MOVED}
 * @param effectiveOn the day from which the change is effective, where it has one
 * @param note the reason or remark that was given; never a secret
 * @param changes old and new values by field
 */
public record AuditEvent(
        AuditTarget subject,
        String action,
        @Nullable LocalDate effectiveOn,
        @Nullable String note,
        List<FieldChange> changes) {

    public static AuditEvent of(AuditTarget subject, String action, FieldChange... changes) {
        return new AuditEvent(subject, action, null, null, List.of(changes));
    }

    public static AuditEvent of(AuditTarget subject, String action, @Nullable String note) {
        return new AuditEvent(subject, action, null, note, List.of());
    }
}
