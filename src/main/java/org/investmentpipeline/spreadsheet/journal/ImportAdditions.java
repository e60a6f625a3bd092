package org.investmentpipeline.spreadsheet.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;
import org.jspecify.annotations.Nullable;

/** Reads the investors and catalogue entries that imports added. */
@ApplicationScoped
class ImportAdditions {
    private static final Map<ImportAddition.Kind, Class<? extends CatalogueEntry>> CATALOGUES = Map.of(
            ImportAddition.Kind.SECTOR, Sector.class,
            ImportAddition.Kind.ZONE, Zone.class,
            ImportAddition.Kind.DEPARTMENT, Department.class);

    private final EntityManager entities;
    private final Investor.Repository investors;

    ImportAdditions(EntityManager entities, Investor.Repository investors) {
        this.entities = entities;
        this.investors = investors;
    }

    /** The first additions of an import, with their present names. */
    List<ImportUndone.Addition> of(long id, int most) {
        var rows = entities.createQuery(
                        "from RecordedAddition a where a.importId = :id order by a.ordinal", RecordedAddition.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
        var names = investors.names(rows.stream()
                .filter(row -> row.kind == ImportAddition.Kind.INVESTOR)
                .map(row -> Long.valueOf(row.code))
                .toList());
        return rows.stream()
                .map(row -> new ImportUndone.Addition(row.kind, row.code, name(row, names)))
                .toList();
    }

    private @Nullable String name(RecordedAddition row, Map<Long, String> investorNames) {
        var catalogue = CATALOGUES.get(row.kind);
        if (catalogue == null) {
            return investorNames.get(Long.valueOf(row.code));
        }
        var entry = entities.find(catalogue, row.code);
        return entry == null ? null : entry.name.zh();
    }
}
