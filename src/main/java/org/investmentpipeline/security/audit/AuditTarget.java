package org.investmentpipeline.security.audit;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The target of an audit event. Each target has its own chain of entries.
 *
 * @param id of the project, the code of the catalogue entry, the name of the user, the address that an unknown user came from
 */
public record AuditTarget(Kind kind, String id) {
    /** The kind of a target. */
    @Schema(name = "AuditSubjectKind")
    public enum Kind {
        PROJECT,
        SECTOR,
        ZONE,
        DEPARTMENT,
        SIZE_TIERS,
        EXCHANGE_RATE,
        USER,
        /** The address of sign-ins with an unknown user name. */
        ADDRESS,
        /** The whole database: backups, dumps and restorations. */
        DATABASE
    }

    /** An entry of a catalogue, by its kind's name in code. */
    public static AuditTarget entry(Class<?> kind, String code) {
        return new AuditTarget(Kind.valueOf(kind.getSimpleName().toUpperCase(Locale.ROOT)), code);
    }

    /** The database. */
    public static AuditTarget database() {
        return new AuditTarget(Kind.DATABASE, "pipeline");
    }

    public static AuditTarget project(long id) {
        return new AuditTarget(Kind.PROJECT, Long.toString(id));
    }

    public static AuditTarget user(String username) {
        return new AuditTarget(Kind.USER, username);
    }
}
