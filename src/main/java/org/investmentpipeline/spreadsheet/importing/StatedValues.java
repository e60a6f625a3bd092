package org.investmentpipeline.spreadsheet.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.PlainFields;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.jspecify.annotations.Nullable;

/** Turns what a row states into values of the ledger; blank cells state nothing and are left out. */
final class StatedValues {
    private final DraftResolver resolver;
    private final CatalogueLookup<Sector> sectors;
    private final CatalogueLookup<Zone> zones;
    private final CatalogueLookup<Department> departments;

    StatedValues(DraftResolver resolver, Catalogue catalogue, CatalogueEntries entries, boolean createMissing) {
        this.resolver = resolver;
        this.sectors = new CatalogueLookup<>("sector", Sector.KIND, catalogue, entries, createMissing);
        this.zones = new CatalogueLookup<>("zone", Zone.KIND, catalogue, entries, createMissing);
        this.departments = new CatalogueLookup<>("department", Department.KIND, catalogue, entries, createMissing);
    }

    /**
     * The stated values.
     *
     * @param day the day from which they hold
     * @param before the investment known on that day, which a restatement leaves as it is
     */
    Map<Field, @Nullable Object> of(ImportRow statement, LocalDate day, @Nullable Investment before) {
        var found = new ArrayList<Violation>();
        var values = new EnumMap<Field, @Nullable Object>(Field.class);
        put(values, Field.SECTOR, statement.sector(), sectors, found);
        put(values, Field.ZONE, statement.zone(), zones, found);
        put(values, Field.DEPARTMENT, statement.department(), departments, found);
        PlainFields.PLAIN.keySet().forEach(field -> put(values, field, statement.plain(field)));
        put(values, Field.KEY, statement.key());
        person(values, Field.LEADER, statement.leader(), found);
        person(values, Field.OFFICER, statement.officer(), found);
        var amount = statement.amount();
        if (amount != null) {
            values.put(
                    Field.INVESTMENT,
                    tried(found, () -> resolver.investment(amount, statement.currency(), null, day, before, found)));
        }
        Problem.refuseIfAny(found);
        var investor = statement.investor();
        if (investor != null) {
            values.put(Field.INVESTOR, resolver.investorNamed(investor));
        }
        return values;
    }

    private static void put(
            Map<Field, @Nullable Object> values,
            Field field,
            @Nullable String name,
            CatalogueLookup<?> naming,
            List<Violation> found) {
        if (name != null) {
            values.put(field, tried(found, () -> naming.code(name)));
        }
    }

    private static void put(Map<Field, @Nullable Object> values, Field field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private static void person(
            Map<Field, @Nullable Object> values, Field field, @Nullable String name, List<Violation> found) {
        if (Catalogue.UNKNOWN.equals(name)) {
            found.add(Violation.of(field.json(), "'%s' stands for absence", "“%s”表示未填", name));
        }
        put(values, field, name);
    }

    /** Every fault of a row is named, not only the first. */
    private static <T> @Nullable T tried(List<Violation> found, Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (Problem refused) {
            found.addAll(refused.asViolations());
            return null;
        }
    }
}
