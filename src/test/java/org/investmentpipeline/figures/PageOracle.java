package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.hibernate.Session;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.view.ProjectPages;
import org.investmentpipeline.project.view.ProjectPages.Direction;
import org.investmentpipeline.project.view.ProjectPages.Place;
import org.jspecify.annotations.Nullable;

/** Pages by investment, cut from the whole list of the database. */
record PageOracle(EntityManager entities, ProjectConditions conditions) {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::investment).thenComparing(Place::project);

    /** Random pages of the projects of a question, one of them from the place of a project on. */
    void assertFindsTheSame(ProjectPages pages, FigureQuery asked, Random random) {
        if (asked.filter().values().isEmpty() && asked.stock().present()) {
            return; // in the order of an index
        }
        var all = all(asked);
        var isDescending = random.nextBoolean();
        var most = 1 + random.nextInt(10);
        assertSame(pages, asked, all, new Direction(isDescending, null), most);
        var after = all.isEmpty() || random.nextInt(4) == 0
                ? new Place(BigDecimal.valueOf(random.nextInt(1_000_000_000)), random.nextInt(100))
                : Ground.oneOf(random, all);
        assertSame(pages, asked, all, new Direction(isDescending, after), most);
    }

    private static void assertSame(
            ProjectPages pages, FigureQuery asked, List<Place> all, Direction direction, int most) {
        var order = direction.isDescending() ? ORDER.reversed() : ORDER;
        var expected = all.stream()
                .filter(place -> isAfter(place, direction.after(), order))
                .sorted(order)
                .limit(most)
                .map(Place::project)
                .sorted()
                .toList();
        var found = pages.byInvestment(asked.filter(), asked.stock(), asked.tiers(), direction, most);
        assertEquals(expected, found.orElseThrow().stream().sorted().toList(), () -> asked + " " + direction);
    }

    private static boolean isAfter(Place place, @Nullable Place after, Comparator<Place> order) {
        return after == null || order.compare(place, after) > 0;
    }

    private List<Place> all(FigureQuery asked) {
        var condition = conditions.build(asked.filter(), asked.stock());
        var hql = "select p.cny, p.projectId from RecordedPosition p where " + condition.where();
        var query = entities.unwrap(Session.class).createSelectionQuery(hql, Object[].class);
        return condition.applyTo(query).getResultList().stream()
                .map(row -> new Place((BigDecimal) row[0], (Long) row[1]))
                .toList();
    }
}
