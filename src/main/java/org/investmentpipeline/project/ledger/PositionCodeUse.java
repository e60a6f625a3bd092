package org.investmentpipeline.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.CodeUse;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;

/**
 * The catalogue codes that positions name. The ledger has no foreign keys to the catalogues, which would each need an index; a
 * transaction that names or removes a code takes the naming lock instead.
 */
@ApplicationScoped
class PositionCodeUse implements CodeUse {
    private static final Map<Class<?>, String> COLUMNS =
            Map.of(Sector.class, "sector_code", Zone.class, "zone_code", Department.class, "department_code");

    private final EntityManager entities;

    PositionCodeUse(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean uses(Class<? extends CatalogueEntry> kind, Collection<String> codes) {
        var column = COLUMNS.get(kind);
        return column != null
                && !entities.createNativeQuery("select 1 from position where " + column + " in (:codes)", Integer.class)
                        .setParameter("codes", codes)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }
}
