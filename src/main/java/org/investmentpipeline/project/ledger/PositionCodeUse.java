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
import org.investmentpipeline.catalogue.list.NamedList;

/**
 * The catalogue codes that positions name. The ledger has no foreign keys to the catalogues, which would each need an index; a
 * transaction that names or removes a code takes the naming lock instead.
 */
@ApplicationScoped
class PositionCodeUse implements CodeUse {
    private static final Map<Class<?>, String> COLUMNS = Map.of(
            Sector.class, "position where sector_code",
            Zone.class, "position where zone_code",
            Department.class, "position where department_code",
            NamedList.class, "project_list_set where code");

    private final EntityManager entities;

    PositionCodeUse(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean uses(Class<? extends CatalogueEntry> kind, Collection<String> codes) {
        var column = COLUMNS.get(kind);
        return column != null
                && !entities.createNativeQuery("select 1 from " + column + " in (:codes)", Integer.class)
                        .setParameter("codes", codes)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty();
    }
}
