package org.investmentpipeline.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a user may do. An operation names the least role that it needs. */
public enum Role {
    /** Reads projects and figures. */
    VIEWER,
    /** Registers and changes projects, too. */
    OFFICER,
    /** Reverses moves and deletes mistakes, too. */
    MANAGER,
    /** Keeps users, catalogues and settings, but changes no project. */
    ADMIN,
    /** Reads the audit trail. */
    AUDITOR;

    /** This role and those that it includes. */
    public Set<Role> including() {
        return switch (this) {
            case VIEWER -> EnumSet.of(VIEWER);
            case OFFICER -> EnumSet.of(VIEWER, OFFICER);
            case MANAGER -> EnumSet.of(VIEWER, OFFICER, MANAGER);
            case ADMIN -> EnumSet.of(ADMIN);
            case AUDITOR -> EnumSet.of(AUDITOR);
        };
    }

    /** All that the roles of a user come to. */
    public static Set<Role> including(Collection<Role> roles) {
        var all = EnumSet.noneOf(Role.class);
        roles.forEach(role -> all.addAll(role.including()));
        return all;
    }

    /** Whether it concerns the whole bureau, and so cannot be limited to zones. */
    public boolean isOfTheWholeBureau() {
        return this == ADMIN || this == AUDITOR;
    }
}
