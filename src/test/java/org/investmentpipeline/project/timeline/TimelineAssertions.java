package org.investmentpipeline.project.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Lives of the year 2023 in short words: days as {@code 03-15}, amounts as small numbers. */
final class TimelineAssertions {
    static final LocalDate TODAY = day("12-31");

    private TimelineAssertions() {}

    static LocalDate day(String text) {
        return LocalDate.parse("2023-" + text);
    }

    static Investment yuan(int amount) {
        return Investment.of(BigDecimal.valueOf(amount), "CNY", BigDecimal.ONE);
    }

    /** A life of stages entered on exact days, such as {@code UNDER_NEGOTIATION 01-01, SIGNED 03-01}. */
    static Timeline life(String stages, @Nullable Integer amount, @Nullable Agreement agreement) {
        var stated = new EnumMap<Stage, StatedDay>(Stage.class);
        for (var entry : stages.split(", ")) {
            var words = entry.split(" ");
            stated.put(Stage.valueOf(words[0]), StatedDay.exactly(day(words[1])));
        }
        var values = new HashMap<Field, @Nullable Object>();
        values.put(Field.INVESTMENT, amount == null ? null : yuan(amount));
        values.put(Field.AGREEMENT, agreement);
        var latest = stated.keySet().stream().max(Stage::compareTo).orElseThrow();
        return TimelineRules.register(latest, stated, TODAY, values);
    }

    static Timeline amend(Timeline life, String day, Field field, @Nullable Object value) {
        var changes = new HashMap<Field, @Nullable Object>();
        changes.put(field, value);
        return TimelineRules.amend(life, day(day), changes, TODAY);
    }

    static Timeline turn(Timeline life, Status status, String day) {
        return TimelineRules.turn(life, status, day(day), "land", TODAY);
    }

    static Timeline move(Timeline life, Stage to, String on, Map<Field, @Nullable Object> riding) {
        return MoveRules.move(life, to, day(on), Map.of(), riding, TODAY);
    }

    static Timeline correct(Timeline life, Stage stage, String on) {
        return TimelineRules.correct(life, stage, StatedDay.exactly(day(on)), TODAY);
    }

    /** Lines of from, to, ordinal, precision of the entry, stage, status, amount, agreement and sector; - for none. */
    static void assertTold(String lines, Timeline life) {
        var expected = Arrays.stream(lines.strip().split("\n"))
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.joining("\n"));
        assertEquals(
                expected,
                life.positions().stream().map(TimelineAssertions::line).collect(Collectors.joining("\n")));
    }

    private static String line(Position position) {
        var standing = position.standing();
        var investment = standing.investment();
        var words = new Object[] {
            position.from().toString().substring(5),
            position.to().equals(Position.OPEN)
                    ? "open"
                    : position.to().toString().substring(5),
            position.ordinal(),
            Objects.requireNonNullElse(position.entry(), "-"),
            standing.stage(),
            standing.status(),
            investment == null ? "-" : investment.amount(),
            Objects.requireNonNullElse(standing.agreement(), "-"),
            Objects.requireNonNullElse(standing.sector(), "-")
        };
        return Arrays.stream(words).map(Object::toString).collect(Collectors.joining(" "));
    }

    static void assertSame(Timeline before, Timeline after) {
        assertEquals(before.positions(), after.positions());
    }

    static void assertRefused(ProblemType type, List<String> fields, Supplier<Timeline> act) {
        var refused = assertThrows(Problem.class, act::get);

        assertEquals(type, refused.type());
        assertEquals(fields, refused.violations().stream().map(Violation::field).toList());
    }
}
