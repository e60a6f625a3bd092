package org.investmentpipeline.project.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListMembershipTest {
    private static final LocalDate BIRTH = LocalDate.parse("2023-01-10");
    private static final LocalDate TODAY = LocalDate.parse("2023-07-05");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "+02-10                     | 02-10..",
                "+02-10 -05-01              | 02-10..05-01",
                "+02-10 -05-01 +06-15       | 02-10..05-01 06-15..",
                "+06-15 +06-01              | 06-01..",
                "+02-10 -05-01 +04-01       | 02-10..05-01",
                "+02-10 -05-01 -03-01       | 02-10..03-01",
                "+02-10 -05-01 +05-01       | 02-10..",
                "+02-10 -05-01 -02-10       | ''",
                "+02-10 -05-01 +01-10       | 01-10..05-01",
                "+02-10 -05-01 +06-15 -04-01 -06-20 | 02-10..04-01 06-15..06-20",
                "+01-10 -01-10              | ''",
                "-03-01                     | ''",
                "+07-05                     | 07-05.."
            })
    void aChangeHoldsUntilTheNextDayOnWhichTheMembershipIsKnownToChange(String changes, String spans) {
        var timeline = born();

        for (var change : changes.split(" +")) {
            timeline = ListMembership.change(
                    timeline, "top", day(change.substring(1)), change.startsWith("+"), TODAY, "join[0]");
        }

        assertEquals(spans, told(timeline, "top"));
    }

    @Test
    void eachListHasItsOwnDays() {
        var timeline = change(change(born(), "top", "02-10", true), "key", "03-01", true);
        timeline = change(change(timeline, "top", "05-01", false), "key", "02-20", true);

        assertEquals("02-10..05-01", told(timeline, "top"));
        assertEquals("02-20..", told(timeline, "key"));
        assertEquals("key,top", String.valueOf(timeline.on(day("03-15")).lists()));
        assertEquals(4, timeline.positions().size());
    }

    @Test
    void aRestatementReplacesAllSpansOfOneListOnly() {
        var timeline = change(change(born(), "top", "02-10", true), "key", "03-01", true);

        var restated = ListMembership.restate(timeline, "top", spans("01-10..02-01 04-01.."), TODAY, "spans");

        assertEquals("01-10..02-01 04-01..", told(restated, "top"));
        assertEquals("03-01..", told(restated, "key"));
        assertEquals("", told(ListMembership.restate(restated, "top", List.of(), TODAY, "spans"), "top"));
    }

    @ParameterizedTest(name = "{0} is refused by {1}")
    @CsvSource({
        "01-09.., spans[0].from",
        "07-06.., spans[0].from",
        "02-01..02-01, spans[0].to",
        "02-01..01-20, spans[0].to",
        "02-01..07-06, spans[0].to",
        "02-01..03-01 03-01.., spans[1].from",
        "02-01.. 03-01.., spans[1].from",
        "03-01..04-01 02-01..02-10, spans[1].from"
    })
    void spansThatCannotBeAreRefused(String spans, String field) {
        var refused =
                assertThrows(Problem.class, () -> ListMembership.restate(born(), "top", spans(spans), TODAY, "spans"));

        assertEquals(field, refused.violations().get(0).field());
    }

    @ParameterizedTest
    @CsvSource({"01-09", "07-06"})
    void noDayBeforeTheFirstOrAfterTodayIsTaken(String day) {
        var refused = assertThrows(Problem.class, () -> change(born(), "top", day, true));

        assertEquals("join[0]", refused.violations().get(0).field());
    }

    @Test
    void aCorrectedFirstDayMovesNoMembership() {
        var onFirstDay = change(born(), "top", "01-10", true);
        var later = change(change(born(), "top", "02-10", true), "top", "04-01", false);

        var earlier = TimelineRules.correct(
                onFirstDay, Stage.UNDER_NEGOTIATION, new StatedDay(day("01-05"), Precision.DAY), TODAY);

        assertEquals("01-10..", told(earlier, "top"));
        assertEquals(day("01-05"), earlier.birth());
        var refused = assertThrows(
                Problem.class,
                () -> TimelineRules.correct(
                        later, Stage.UNDER_NEGOTIATION, new StatedDay(day("03-01"), Precision.DAY), TODAY));
        assertEquals("stages.UNDER_NEGOTIATION", refused.violations().get(0).field());
        assertEquals(
                "02-10..04-01",
                told(
                        TimelineRules.correct(
                                later, Stage.UNDER_NEGOTIATION, new StatedDay(day("02-01"), Precision.DAY), TODAY),
                        "top"));
    }

    @Test
    void codesThatAreTooLongTogetherAreRefused() {
        var timeline = born();
        for (var i = 0; i < 9; i++) {
            timeline = change(timeline, "x".repeat(63) + i, "02-10", true);
        }
        var full = timeline;

        assertThrows(Problem.class, () -> change(full, "y".repeat(64), "02-10", true));
    }

    private static Timeline born() {
        return TimelineRules.register(
                Stage.UNDER_NEGOTIATION,
                Map.of(Stage.UNDER_NEGOTIATION, new StatedDay(BIRTH, Precision.DAY)),
                TODAY,
                Map.of());
    }

    private static Timeline change(Timeline timeline, String list, String day, boolean isOn) {
        return ListMembership.change(timeline, list, day(day), isOn, TODAY, "join[0]");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse("2023-" + day);
    }

    private static List<ListMembership.Span> spans(String told) {
        return Arrays.stream(told.split(" "))
                .map(span -> span.split("\\.\\."))
                .map(days -> new ListMembership.Span(day(days[0]), days.length > 1 ? day(days[1]) : null))
                .toList();
    }

    private static String told(Timeline timeline, String list) {
        return ListMembership.spans(timeline, list).stream()
                .map(span -> span.from() + ".." + (span.to() == null ? "" : span.to()))
                .collect(Collectors.joining(" "))
                .replace("2023-", "");
    }
}
