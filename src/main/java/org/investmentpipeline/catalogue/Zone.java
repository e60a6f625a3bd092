package org.investmentpipeline.catalogue;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.security.audit.AuditTargetKind;

/** The location of a project (片区/园区). */
@Entity
@Table(name = "zone")
public class Zone extends CatalogueEntry {
    @Produces
    @Singleton
    static final AuditTargetKind ZONE = new AuditTargetKind("ZONE");

    public static final CatalogueKind<Zone> KIND =
            new CatalogueKind<>(Zone.class, Zone::new, ZONE, new LocalizedText("zone", "片区"));
}
