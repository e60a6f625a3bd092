package org.investmentpipeline.project.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;

/** Projects as targets of audit events. */
public final class ProjectTarget {
    @Produces
    @Singleton
    public static final AuditTargetKind PROJECT = new AuditTargetKind("PROJECT");

    static AuditTarget of(long projectId) {
        return new AuditTarget(PROJECT, Long.toString(projectId));
    }
}
