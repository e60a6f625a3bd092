package org.investmentpipeline.backup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTargetKind;

/** The database as a whole, of which there is one, as the target of audit events: backups, dumps and restorations. */
final class DatabaseTarget {
    @Produces
    @Singleton
    static final AuditTargetKind DATABASE = new AuditTargetKind("DATABASE");

    static final AuditTarget ONLY = new AuditTarget(DATABASE, "pipeline");
}
