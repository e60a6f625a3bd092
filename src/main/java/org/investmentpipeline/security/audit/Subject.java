package org.investmentpipeline.security.audit;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What something was done to. Each subject has its own chain of entries.
 *
 * @param id of the project, the code of the catalogue entry, the name of the user, the address that an unknown user came from
 */
public record Subject(Kind kind, String id) {
    /** What kind of thing. */
    @Schema(name = "AuditSubjectKind")
    public enum Kind {
        PROJECT,
        SECTOR,
        ZONE,
        DEPARTMENT,
        SIZE_TIERS,
        EXCHANGE_RATE,
        USER,
        /** Where sign-ins come from that name no user. */
        ADDRESS,
        /** The whole of it: backups, dumps and restorations. */
        DATABASE
    }

    /** An entry of a catalogue, by its kind's name in code. */
    public static Subject entry(Class<?> kind, String code) {
        return new Subject(Kind.valueOf(kind.getSimpleName().toUpperCase(Locale.ROOT)), code);
    }

    /** The database, of which there is one. */
    public static Subject database() {
        return new Subject(Kind.DATABASE, "pipeline");
    }

    public static Subject project(long id) {
        return new Subject(Kind.PROJECT, Long.toString(id));
    }

    public static Subject user(String username) {
        return new Subject(Kind.USER, username);
    }
}
