package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.TimelineOracle.TODAY;
import static org.investmentpipeline.project.timeline.TimelineOracle.date;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.support.ReplayScale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is said about a project, in whatever order: a random history of 30 happenings for each of 300 seeds, in
 * each build for 75: {@link ReplayScale}.
 */
class TimelinePropertyTest {
    private static final int HAPPENINGS = 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, ReplayScale.of(300));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_life_stands_every_day_as_a_table_of_days_tells_it(long seed) {
        replay(seed, (life, table, told) -> {
            for (var day = table.birth(); day <= TODAY; day++) {
                assertEquals(table.standing(day), life.on(date(day)), told + " on " + date(day));
            }
            assertEquals(date(table.birth()), life.birth(), told);
            assertEquals(entriesOf(table), entriesOf(life), told);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_positions_tile_the_life_and_read_back_as_they_are(long seed) {
        replay(seed, (life, table, told) -> {
            var positions = life.positions();

            assertTiles(positions, told);
            assertEveryBoundaryHasAReason(positions, told);
            assertEquals(positions, Timeline.of(positions).positions(), told);
            assertEquals(
                    table.entries().values().stream()
                            .filter(entry -> entry.stated() != null)
                            .count(),
                    positions.stream()
                            .filter(position -> position.entry() != null)
                            .count(),
                    told);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stock_and_flow_conserve_for_any_filter_and_period(long seed) {
        var random = new Random(-seed);
        replay(seed, (life, table, told) -> {
            var stage = RandomOperation.any(random, Stage.values());
            var sector = random.nextBoolean() ? null : RandomOperation.any(random, "A", "B");
            var first = random.nextInt(TODAY);
            var last = first + random.nextInt(TODAY - first + 1);
            Predicate<ProjectState> placed =
                    standing -> standing.stage() == stage && (sector == null || sector.equals(standing.sector()));

            var bridge = Bridge.over(life.positions(), placed, first, last);

            assertEquals(
                    stock(table, placed, last), stock(table, placed, first - 1).plus(bridge.change()), told);
            assertEquals(flow(table, placed, first, last), bridge.moved, told);
        });
    }

    /** What must be true of a life after a happening. */
    private interface Check {
        void of(Timeline life, TimelineOracle table, String told);
    }

    private static void replay(long seed, Check check) {
        var random = new Random(seed);
        var table = new TimelineOracle();
        var registration = RandomOperation.registration(random);
        assertTrue(registration.onTable(table), registration::toString);
        var told = new ArrayList<String>(List.of(registration.toString()));
        var life = registration.onLedger();
        var reload = random.nextBoolean();
        check.of(life, table, told.toString());
        for (var i = 0; i < HAPPENINGS; i++) {
            var happening = RandomOperation.any(random);
            told.add(happening.told());
            life = tell(reload ? Timeline.of(life.positions()) : life, table, happening, String.join("\n", told));
            check.of(life, table, String.join("\n", told));
        }
    }

    private static Timeline tell(Timeline life, TimelineOracle table, RandomOperation happening, String told) {
        var before = life.positions();
        var allowed = happening.onTable().test(table);
        @Nullable Timeline after = null;
        @Nullable Problem refusal = null;
        try {
            after = happening.onLedger().apply(life);
        } catch (Problem refused) {
            refusal = refused;
        }
        assertEquals(
                allowed, refusal == null, () -> told + " was not expected to be " + (allowed ? "refused" : "allowed"));
        assertEquals(before, life.positions(), told);
        return after == null ? life : after;
    }

    private static void assertTiles(List<Position> positions, String told) {
        for (var i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            var before = positions.get(Math.max(i - 1, 0));
            var sameDay = i > 0 && before.from().equals(position.from());
            var last = i == positions.size() - 1;
            var next = last ? Position.OPEN : positions.get(i + 1).from();

            assertEquals(next, position.to(), told);
            assertFalse(position.to().isBefore(position.from()), told);
            assertEquals(sameDay ? before.ordinal() + 1 : 0, position.ordinal(), told);
        }
    }

    private static void assertEveryBoundaryHasAReason(List<Position> positions, String told) {
        for (var i = 1; i < positions.size(); i++) {
            assertFalse(
                    positions.get(i).standing().equals(positions.get(i - 1).standing()),
                    told + " gives two alike: " + positions);
        }
    }

    /** An entry as it stood. */
    private record Entered(int day, @Nullable Object stated, ProjectState standing) {}

    private static List<Entered> entriesOf(TimelineOracle table) {
        return table.entries().entrySet().stream()
                .map(entry ->
                        new Entered(entry.getValue().day(), entry.getValue().stated(), table.entered(entry.getKey())))
                .toList();
    }

    private static List<Entered> entriesOf(Timeline life) {
        var found = new ArrayList<Entered>();
        @Nullable Stage before = null;
        for (var position : life.positions()) {
            if (before != position.standing().stage()) {
                var day = (int) (position.from().toEpochDay() - date(0).toEpochDay());
                found.add(new Entered(day, position.entry(), position.standing()));
                assertEquals(
                        position.standing(), life.entered(position.standing().stage()));
            }
            before = position.standing().stage();
        }
        return found;
    }

    private static Sum stock(TimelineOracle table, Predicate<ProjectState> placed, int day) {
        if (day < table.birth()) {
            return Sum.NONE;
        }
        var standing = table.standing(day);
        return placed.test(standing) && standing.status() == Status.ACTIVE ? Sum.of(standing) : Sum.NONE;
    }

    private static Sum flow(TimelineOracle table, Predicate<ProjectState> placed, int first, int last) {
        return table.entries().entrySet().stream()
                .filter(entry -> entry.getValue().stated() != null)
                .filter(entry ->
                        entry.getValue().day() >= first && entry.getValue().day() <= last)
                .map(entry -> table.entered(entry.getKey()))
                .filter(placed)
                .map(Sum::of)
                .reduce(Sum.NONE, Sum::plus);
    }

    /** A count and its investment. */
    private record Sum(long count, BigDecimal cny) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        static Sum of(ProjectState standing) {
            var investment = standing.investment();
            return new Sum(1, investment == null ? BigDecimal.ZERO : investment.cny());
        }

        Sum plus(Sum other) {
            return new Sum(count + other.count, cny.add(other.cny));
        }

        Sum minus(Sum other) {
            return new Sum(count - other.count, cny.subtract(other.cny));
        }
    }

    /** What happened to a stock within a period, pair by pair of adjacent positions. */
    private record Bridge(Sum entered, Sum moved, Sum left, Sum revalued) {

        static Bridge over(List<Position> positions, Predicate<ProjectState> placed, int first, int last) {
            Predicate<@Nullable ProjectState> inside =
                    standing -> standing != null && standing.status() == Status.ACTIVE && placed.test(standing);
            var bridge = new Bridge(Sum.NONE, Sum.NONE, Sum.NONE, Sum.NONE);
            @Nullable ProjectState before = null;
            for (var position : positions) {
                var after = position.standing();
                var within = !position.from().isBefore(date(first))
                        && !position.from().isAfter(date(last));
                if (within) {
                    bridge = bridge.with(
                            before, inside.test(before), after, inside.test(after), position.entry() != null);
                }
                before = after;
            }
            return bridge;
        }

        private Bridge with(
                @Nullable ProjectState before, boolean was, ProjectState after, boolean is, boolean stated) {
            if (was && is) {
                var change = Sum.of(after).minus(Sum.of(Objects.requireNonNull(before)));
                return new Bridge(entered, moved, left, revalued.plus(change));
            }
            if (is) {
                return new Bridge(
                        entered.plus(Sum.of(after)), stated ? moved.plus(Sum.of(after)) : moved, left, revalued);
            }
            return was ? new Bridge(entered, moved, left.plus(Sum.of(Objects.requireNonNull(before))), revalued) : this;
        }

        Sum change() {
            return entered.minus(left).plus(revalued);
        }
    }
}
