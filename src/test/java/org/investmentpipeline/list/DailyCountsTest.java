package org.investmentpipeline.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.investmentpipeline.project.timeline.ListMembership.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyCountsTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 20;

    @ParameterizedTest(name = "{0} become {1} with {2} places: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "'1..',               '1.. 1..',            1, 2 on 1",
                "'1..',               '1.. 1..',            2, -",
                "'1..5 9..',          '1..9 9..',           1, -",
                "'1..5 9..',          '1..10 9..',          1, 2 on 9",
                "'1.. 1.. 1..',       '1.. 1..',            1, -",
                "'1.. 1..3',          '1.. 1..4',           1, 2 on 3",
                "'1.. 1.. 7..',       '1.. 1.. 5..',        1, 3 on 5",
                "'',                  '3..3',               0, -"
            })
    void aDayHasTooManyIfItHadFewer(String before, String after, int places, @Nullable String excess) {
        assertEquals(excess, excess(spans(before), spans(after), places));
    }

    @Test
    void aChangeOfOneProjectChangesTheDaysOfItsSpans() {
        var before = counts(spans("1.. 1.."));
        var after = before.copy();

        after.replace(spans("1.."), spans("1..5 8.."));

        assertEquals(
                counts(spans("1.. 1..5 8..")).firstExcess(new DailyCounts(), 1),
                after.firstExcess(new DailyCounts(), 1));
        assertEquals(true, after.firstExcess(before, 0).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itIsTheFirstDayByCountingEachDay(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            var before = randomSpans(random);
            var after = randomSpans(random);
            var places = random.nextInt(4);

            assertEquals(byDay(before, after, places), excess(before, after, places));
        }
    }

    private static @Nullable String excess(List<Span> before, List<Span> after, int places) {
        return counts(after)
                .firstExcess(counts(before), places)
                .map(found -> "%d on %d".formatted(found.count(), found.day().getDayOfMonth()))
                .orElse(null);
    }

    private static @Nullable String byDay(List<Span> before, List<Span> after, int places) {
        for (var day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            var count = on(after, day);
            if (count > places && count > on(before, day)) {
                return "%d on %d".formatted(count, day.getDayOfMonth());
            }
        }
        return null;
    }

    private static long on(List<Span> spans, LocalDate day) {
        return spans.stream().filter(span -> span.includes(day)).count();
    }

    private static DailyCounts counts(List<Span> spans) {
        var counts = new DailyCounts();
        spans.forEach(span -> counts.add(span.from(), span.to(), 1));
        return counts;
    }

    private static List<Span> randomSpans(Random random) {
        var spans = new ArrayList<Span>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var from = 1 + random.nextInt(DAYS - 1);
            spans.add(new Span(day(from), random.nextBoolean() ? null : day(from + random.nextInt(DAYS - from))));
        }
        return spans;
    }

    /** Such as {@code 1..5 8..}, days of January. */
    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (var each : text.isEmpty() ? new String[0] : text.split(" ")) {
            var ends = each.split("\\.\\.", -1);
            spans.add(new Span(
                    day(Integer.parseInt(ends[0])), ends[1].isEmpty() ? null : day(Integer.parseInt(ends[1]))));
        }
        return spans;
    }

    private static LocalDate day(int ofMonth) {
        return FIRST.withDayOfMonth(ofMonth);
    }
}
