package org.investmentpipeline.security.audit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Users as targets of audit events, and the addresses of clients that name no user. */
public final class UserTarget {
    @Produces
    @Singleton
    static final AuditTargetKind USER = new AuditTargetKind("USER");

    @Produces
    @Singleton
    static final AuditTargetKind ADDRESS = new AuditTargetKind("ADDRESS");

    public static AuditTarget of(String username) {
        return new AuditTarget(USER, username);
    }

    public static AuditTarget address(String address) {
        return new AuditTarget(ADDRESS, address);
    }
}
