package org.investmentpipeline.spreadsheet.projects;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.project.statement.CodeLookup;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.spreadsheet.importing.CatalogueLookup;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;
import org.investmentpipeline.spreadsheet.importing.ImportAddition.Kind;

/** The catalogues in which the words of a sheet are looked up. */
final class CatalogueCodes implements CodeLookup {
    private final Map<Field, CatalogueLookup<?>> lookups;

    CatalogueCodes(Catalogue catalogue, CatalogueEntries entries, boolean createMissing) {
        lookups = Map.of(
                Field.SECTOR, new CatalogueLookup<>("sector", Sector.KIND, catalogue, entries, createMissing),
                Field.ZONE, new CatalogueLookup<>("zone", Zone.KIND, catalogue, entries, createMissing),
                Field.LISTS, new CatalogueLookup<>("lists", NamedList.KIND, catalogue, entries, false),
                Field.DEPARTMENT,
                        new CatalogueLookup<>("department", Department.KIND, catalogue, entries, createMissing));
    }

    /** The entries that were added to the catalogues. */
    Stream<ImportAddition> added() {
        return Stream.of(
                        added(Kind.SECTOR, Field.SECTOR),
                        added(Kind.ZONE, Field.ZONE),
                        added(Kind.DEPARTMENT, Field.DEPARTMENT))
                .flatMap(Function.identity());
    }

    private Stream<ImportAddition> added(Kind kind, Field field) {
        return lookup(field).added().stream().map(code -> new ImportAddition(kind, code));
    }

    private CatalogueLookup<?> lookup(Field field) {
        return Objects.requireNonNull(lookups.get(field), field.json());
    }

    @Override
    public void add(Map<Field, Set<String>> used) {
        used.forEach((field, codes) -> lookup(field).add(codes));
    }

    @Override
    public String code(Field field, String words) {
        return lookup(field).code(words);
    }
}
