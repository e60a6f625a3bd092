package org.investmentpipeline.project.view;

import java.math.BigDecimal;
import java.util.List;
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

    private static final Key<ProjectViews.Row> ID = new Key<>("id", "j.id", 0L, Long::valueOf, ProjectSort::id);
    private static final Key<ProjectViews.Row> INVESTMENT =
            new Key<>("investment", "p.cny", BigDecimal.ZERO, BigDecimal::new, ProjectSort::cny);

    static final List<Key<ProjectViews.Row>> OFFERED = List.of(
            ID,
            new Key<>("code", "j.code", "", text -> text, row -> row.project().code),
            new Key<>("name", "j.name", "", text -> text, row -> row.project().name),
            INVESTMENT);

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

    /** Reads {@code sort}, and completes it by the project and, among entries, by the stage. */
    static Sort<ProjectViews.Row> parse(@Nullable String sort, boolean entries) {
        var asked = Sort.parse(sort, OFFERED);
        var isByPosition = !asked.steps().isEmpty() && asked.steps().get(0).key() == INVESTMENT;
        var complete = asked.has(ID) ? asked : asked.then(isByPosition ? PROJECT : ID);
        return entries ? complete.then(STAGE) : complete;
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
