package org.investmentpipeline.project.view;

import java.math.BigDecimal;
import java.util.List;
import org.investmentpipeline.input.name.NameKeys;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.PinnedCursor;
import org.investmentpipeline.query.Sort;
import org.investmentpipeline.query.Sort.Key;
import org.investmentpipeline.rest.Cursor;
import org.jspecify.annotations.Nullable;

/** The orders of a list of projects: the keys that are offered, and those that make an order complete. */
final class ProjectSort {
    /** The words of {@code sort}; the contract offers these and no others. */
    static final String WORDS = "id, code, name, investment";

    /** The order of each word in the contract. */
    static final String RULES = "Names by pinyin, numbers in them by their value, equal ones by code.";

    private static final Key<ProjectViews.Row> ID = new Key<>("id", "j.id", 0L, Long::valueOf, ProjectSort::id);
    private static final Key<ProjectViews.Row> INVESTMENT =
            new Key<>("investment", "p.cny", BigDecimal.ZERO, BigDecimal::new, ProjectSort::cny);
    private static final Key<ProjectViews.Row> CODE =
            new Key<>("code", "j.code", "", text -> text, row -> row.project().code);
    private static final Key<ProjectViews.Row> NAME = new Key<>(
            "name", "j.nameKeys.sortKey", "", text -> text, row -> row.project().nameOrder());

    static final List<Key<ProjectViews.Row>> OFFERED = List.of(ID, CODE, NAME, INVESTMENT);

    /** The id, where the order is that of positions and not of projects. */
    private static final Key<ProjectViews.Row> PROJECT =
            new Key<>("project", "p.projectId", 0L, Long::valueOf, ProjectSort::id);

    /** Distinguishes the entries of one project. As text: in a comparison of rows an enum would be bound as a number. */
    private static final Key<ProjectViews.Row> STAGE = new Key<>(
            "stage",
            "cast(p.state.stage as string)",
            null,
            text -> Stage.valueOf(text).name(),
            row -> row.position().standing().stage().name());

    private ProjectSort() {}

    /** Reads {@code sort}, and completes it by the code after a name, else by the project, and among entries by the stage. */
    static Sort<ProjectViews.Row> parse(@Nullable String sort, boolean entries) {
        var complete = complete(Sort.parse(sort, OFFERED));
        return entries ? complete.then(STAGE) : complete;
    }

    private static Sort<ProjectViews.Row> complete(Sort<ProjectViews.Row> asked) {
        if (asked.has(ID)) {
            return asked;
        }
        var keys = asked.steps().stream().map(Sort.Step::key).toList();
        if (!keys.isEmpty() && keys.get(keys.size() - 1) == NAME && !asked.has(CODE)) {
            return asked.then(CODE);
        }
        return asked.then(!keys.isEmpty() && keys.get(0) == INVESTMENT ? PROJECT : ID);
    }

    /** The rules of an order that may change with a release: lists and cursors of former ones are others. */
    static String rules(Sort<ProjectViews.Row> order) {
        return order.has(NAME) ? " names " + NameKeys.RULES : "";
    }

    /** Whether an order is that of investments and then of projects, both in one direction. */
    static boolean isByInvestment(Sort<ProjectViews.Row> order) {
        var keys = order.steps().stream().map(Sort.Step::key).toList();
        return keys.equals(List.of(INVESTMENT, PROJECT));
    }

    /** The direction of an order by investment, and the place at which a page begins. */
    static ProjectPages.Direction direction(Sort<ProjectViews.Row> order, @Nullable PinnedCursor start) {
        var isDescending = order.steps().get(0).descending();
        return new ProjectPages.Direction(isDescending, start == null ? null : place(start.place()));
    }

    private static ProjectPages.Place place(List<String> place) {
        try {
            return new ProjectPages.Place(new BigDecimal(place.get(0)), Long.parseLong(place.get(1)));
        } catch (NumberFormatException unreadable) {
            throw Cursor.refused();
        }
    }

    private static String id(ProjectViews.Row row) {
        return Long.toString(row.position().projectId());
    }

    private static String cny(ProjectViews.Row row) {
        var investment = row.position().standing().investment();
        return investment == null ? "0" : Money.plain(investment.cny()).toPlainString();
    }
}
