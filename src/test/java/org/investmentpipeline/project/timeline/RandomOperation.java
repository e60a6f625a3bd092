package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.TimelineOracle.TODAY;
import static org.investmentpipeline.project.timeline.TimelineOracle.date;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.correction.StageRevision;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a life, allowed or not.
 *
 * @param onLedger says it to the ledger, which refuses with a problem
 * @param onTable says it to the table of days, which refuses by false
 */
record RandomOperation(String told, UnaryOperator<Timeline> onLedger, Predicate<TimelineOracle> onTable) {

    /** A registration as both sides understand it. */
    record Registration(
            Stage stage, Map<Stage, TimelineOracle.Entry> stated, int opening, Map<Field, @Nullable Object> values) {
        Timeline onLedger() {
            var days = stated.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> new StatedDay(
                                    date(entry.getValue().day()),
                                    Objects.requireNonNull(entry.getValue().stated()))));
            return TimelineRules.register(stage, days, date(opening), values);
        }

        boolean onTable(TimelineOracle table) {
            return table.register(stage, stated, opening, values);
        }
    }

    static Registration registration(Random random) {
        var stage = any(random, Stage.values());
        var stated = new EnumMap<Stage, TimelineOracle.Entry>(Stage.class);
        var day = 0;
        for (var at : Stage.values()) {
            day += random.nextInt(8);
            if (at.compareTo(stage) <= 0 && random.nextInt(3) > 0) {
                stated.put(at, new TimelineOracle.Entry(day, any(random, Precision.values())));
            }
        }
        var values = new EnumMap<Field, @Nullable Object>(Field.class);
        values.put(Field.KEY, random.nextBoolean());
        values.put(Field.INVESTMENT, investment(random));
        values.put(Field.SECTOR, word(random));
        values.put(Field.LAND_AREA, area(random));
        values.put(Field.JOBS, jobs(random));
        values.put(Field.AGREEMENT, stage == Stage.UNDER_NEGOTIATION ? null : agreement(random));
        return new Registration(stage, stated, 28 + random.nextInt(6), values);
    }

    static RandomOperation any(Random random) {
        return switch (random.nextInt(15)) {
            case 14 -> stepBack(random);
            case 12, 13 -> revision(random);
            case 10, 11 -> membership(random);
            case 0, 1, 2 -> amendment(random);
            case 3, 4 -> turn(random);
            case 5, 6 -> move(random);
            case 7 -> reversal(random);
            case 8 -> correction(random);
            default -> random.nextInt(3) > 0 ? correction(random) : takingOver(random);
        };
    }

    private static RandomOperation amendment(Random random) {
        var day = day(random);
        var changes = new HashMap<Field, @Nullable Object>();
        for (var times = 1 + random.nextInt(2); times > 0; times--) {
            switch (random.nextInt(7)) {
                case 0 -> changes.put(Field.INVESTMENT, investment(random));
                case 1 -> changes.put(Field.SECTOR, word(random));
                case 2 -> changes.put(Field.AGREEMENT, agreement(random));
                case 3 -> changes.put(Field.KEY, random.nextBoolean());
                case 4 -> changes.put(Field.LAND_AREA, area(random));
                case 5 -> changes.put(Field.JOBS, jobs(random));
                default -> changes.put(Field.LEADER, word(random));
            }
        }
        return new RandomOperation(
                "amend from " + date(day) + " " + changes,
                life -> TimelineRules.amend(life, date(day), changes, date(TODAY)),
                table -> table.amend(day, changes));
    }

    private static RandomOperation membership(Random random) {
        var day = day(random);
        var list = any(random, "alpha", "beta");
        var isOn = random.nextInt(3) > 0;
        return new RandomOperation(
                (isOn ? "join " : "leave ") + list + " on " + date(day),
                life -> ListMembership.change(life, list, date(day), isOn, date(TODAY), "join[0]"),
                table -> table.list(list, day, isOn));
    }

    private static RandomOperation turn(Random random) {
        var day = random.nextInt(3) > 0 ? 25 + random.nextInt(20) : day(random);
        var status = random.nextBoolean() ? Status.ACTIVE : any(random, Status.values());
        var reason = random.nextInt(6) == 0 ? null : any(random, "land", "money");
        return new RandomOperation(
                status + " on " + date(day) + " because of " + reason,
                life -> TimelineRules.turn(life, status, date(day), reason, date(TODAY)),
                table -> table.turn(status, day, reason));
    }

    private static RandomOperation move(Random random) {
        var to = any(random, Stage.values());
        var on = day(random);
        var via = new HashMap<Stage, Integer>();
        for (var stage : List.of(Stage.SIGNED, Stage.GROUNDBREAKING)) {
            if (stage.isBefore(to) && random.nextInt(3) == 0) {
                via.put(stage, Math.max(0, on - random.nextInt(4)));
            }
        }
        var riding = new HashMap<Field, @Nullable Object>();
        if (random.nextInt(4) > 0) {
            riding.put(Field.AGREEMENT, any(random, Agreement.values()));
        }
        if (random.nextBoolean()) {
            riding.put(Field.INVESTMENT, invested(1 + random.nextInt(3)));
        }
        Map<Stage, LocalDate> dates =
                via.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, step -> date(step.getValue())));
        return new RandomOperation(
                "move to " + to + " on " + date(on) + " via " + dates + " with " + riding,
                life -> MoveRules.move(life, to, date(on), dates, riding, date(TODAY)),
                table -> table.move(to, on, via, riding));
    }

    private static RandomOperation reversal(Random random) {
        var stage = any(random, Stage.values());
        return new RandomOperation(
                "reverse " + stage, life -> MoveRules.reverse(life, stage), table -> table.reverse(stage));
    }

    private static RandomOperation correction(Random random) {
        var stage = any(random, Stage.values());
        var day = day(random);
        var stated = new StatedDay(date(day), any(random, Precision.values()));
        return new RandomOperation(
                "correct " + stage + " to " + stated,
                life -> TimelineRules.correct(life, stage, stated, date(TODAY)),
                table -> table.correct(stage, day, stated.precision()));
    }

    private static RandomOperation revision(Random random) {
        var stated = new EnumMap<Stage, @Nullable StatedDay>(Stage.class);
        var entries = new EnumMap<Stage, TimelineOracle.@Nullable Entry>(Stage.class);
        var day = 0;
        for (var stage : Stage.values()) {
            day = random.nextInt(5) == 0 ? day(random) : day + random.nextInt(16);
            if (random.nextInt(3) > 0) {
                var isEntered = random.nextInt(4) > 0;
                var precision = any(random, Precision.values());
                stated.put(stage, isEntered ? new StatedDay(date(day), precision) : null);
                entries.put(stage, isEntered ? new TimelineOracle.Entry(day, precision) : null);
            }
        }
        return new RandomOperation(
                "revise " + stated,
                life -> StageRevision.revise(life, stated, date(TODAY)),
                table -> table.revise(entries));
    }

    private static RandomOperation stepBack(Random random) {
        var stage = any(random, Stage.values());
        var day = random.nextInt(TODAY + 1);
        return new RandomOperation(
                "step back to " + stage + " on " + date(day),
                life -> StageRevision.stepBack(life, stage, date(day)),
                table -> table.stepBack(stage, day));
    }

    private static RandomOperation takingOver(Random random) {
        var stage = any(random, Stage.values());
        var day = random.nextInt(TODAY + 1);
        return new RandomOperation(
                "take over " + stage + " on " + date(day),
                life -> TimelineRules.takeOver(life, stage, date(day)),
                table -> table.takeOver(stage, day));
    }

    /** Mostly days on which something else happens too, a few before life and a few in the future. */
    private static int day(Random random) {
        return random.nextInt(12) == 0 ? random.nextInt(TODAY + 3) : 3 * random.nextInt(16);
    }

    static Investment invested(int amount) {
        return Investment.of(BigDecimal.valueOf(amount), "CNY", BigDecimal.ONE);
    }

    private static @Nullable Investment investment(Random random) {
        return random.nextInt(5) == 0 ? null : invested(1 + random.nextInt(3));
    }

    private static @Nullable Agreement agreement(Random random) {
        return random.nextInt(5) == 0 ? null : any(random, Agreement.values());
    }

    private static @Nullable BigDecimal area(Random random) {
        return random.nextInt(4) == 0 ? null : new BigDecimal(any(random, "0.5", "120"));
    }

    private static @Nullable Integer jobs(Random random) {
        return random.nextInt(4) == 0 ? null : random.nextInt(2);
    }

    private static @Nullable String word(Random random) {
        return random.nextInt(4) == 0 ? null : any(random, "A", "B");
    }

    @SafeVarargs
    static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
