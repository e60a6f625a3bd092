package org.investmentpipeline.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The roles of users. An operation names the lowest role that it needs. */
public enum Role {
    /** Reads projects and figures. */
    VIEWER,
    /** Also registers and changes projects. */
    OFFICER,
    /** Also reverses moves and deletes mistakes. */
    MANAGER,
    /** Manages users, catalogues and settings, but changes no project. */
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

    /** The roles of a user with all roles they include. */
    public static Set<Role> including(Collection<Role> roles) {
        var all = EnumSet.noneOf(Role.class);
        roles.forEach(role -> all.addAll(role.including()));
        return all;
    }

    /** Whether the role concerns the whole bureau and so cannot be limited to zones. */
    public boolean isOfTheWholeBureau() {
        return this == ADMIN || this == AUDITOR;
    }
}
