package org.investmentpipeline.project.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.command.Amendment;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.ProjectState;
import org.jspecify.annotations.Nullable;

/** Resolves the values of a statement to values of the ledger; absent ones are left out. */
record StatementValues(DraftResolver resolver, CodeLookup codes) {

    /**
     * The resolved values. A refused statement registers no investor.
     *
     * @param day the first day of the values
     * @param known the state on that day, null for a new project; the same amount again is no revaluation, and a code that the project
     *     has need not be active
     * @throws Problem with all violations of the statement
     */
    Map<Field, @Nullable Object> of(ProjectStatement statement, LocalDate day, @Nullable ProjectState known) {
        var found = new ArrayList<Violation>();
        var values = new EnumMap<Field, @Nullable Object>(Field.class);
        statement
                .values()
                .forEach((field, stated) ->
                        values.put(field, collecting(found, () -> resolved(field, stated, known, found))));
        var investment = statement.investment();
        if (investment != null) {
            values.put(
                    Field.INVESTMENT,
                    collecting(
                            found,
                            () -> resolver.investment(
                                    investment.amount(),
                                    investment.currency(),
                                    investment.rate(),
                                    day,
                                    known == null ? null : known.investment(),
                                    found)));
        }
        Problem.refuseIfAny(found);
        if (statement.investor() != null) {
            values.put(Field.INVESTOR, resolver.investorNamed(statement.investor()));
        }
        return values;
    }

    private @Nullable Object resolved(Field field, Object stated, @Nullable ProjectState known, List<Violation> found) {
        return switch (field) {
            case SECTOR, ZONE, DEPARTMENT ->
                known != null && stated.equals(field.of(known)) ? stated : codes.code(field, (String) stated);
            case LEADER, OFFICER -> Amendment.person(field.json(), (String) stated, found);
            case LAND_AREA -> Money.plain((BigDecimal) stated);
            case ORIGIN, AGREEMENT, KEY, JOBS -> stated;
            case INVESTMENT, INVESTOR, LISTS -> throw new IllegalArgumentException(field.json());
        };
    }

    private static <T> @Nullable T collecting(List<Violation> found, Supplier<@Nullable T> resolution) {
        try {
            return resolution.get();
        } catch (Problem refused) {
            found.addAll(refused.asViolations());
            return null;
        }
    }
}
