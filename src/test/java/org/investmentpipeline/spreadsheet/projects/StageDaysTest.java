package org.investmentpipeline.spreadsheet.projects;

import static org.investmentpipeline.project.timeline.Stage.COMPLETED;
import static org.investmentpipeline.project.timeline.Stage.GROUNDBREAKING;
import static org.investmentpipeline.project.timeline.Stage.SIGNED;
import static org.investmentpipeline.project.timeline.Stage.UNDER_NEGOTIATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageDaysTest {

    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    @Test
    void the_day_of_a_stage_not_reached_is_a_plan() {
        var days = of(SIGNED, Map.of(SIGNED, day("2023-02-01"), GROUNDBREAKING, day("2023-03-01")), null);

        assertEquals(Map.of(SIGNED, day("2023-02-01")), days.entries());
    }

    @Test
    void a_day_after_the_ledgers_own_is_a_plan_even_of_the_stage_named() {
        var days = of(GROUNDBREAKING, Map.of(SIGNED, day("2023-12-31"), GROUNDBREAKING, day("2024-01-01")), null);

        assertEquals(GROUNDBREAKING, days.stage());
        assertEquals(Map.of(SIGNED, day("2023-12-31")), days.entries());
    }

    @Test
    void without_a_word_the_latest_day_that_has_come_is_the_stage() {
        var days = of(null, Map.of(SIGNED, day("2023-02-01"), GROUNDBREAKING, day("2024-03-01")), null);

        assertEquals(SIGNED, days.stage());
        assertEquals(Map.of(SIGNED, day("2023-02-01")), days.entries());
    }

    @Test
    void without_a_word_or_a_day_there_is_no_stage() {
        assertNull(of(null, Map.of(), null).stage());
    }

    @Test
    void a_status_without_a_stage_stays_under_negotiation() {
        var days = StageDays.of(
                null, true, Map.of(UNDER_NEGOTIATION, day("2023-01-01"), SIGNED, day("2023-02-01")), null, null, AS_OF);

        assertNull(days.stage());
        assertEquals(Map.of(UNDER_NEGOTIATION, day("2023-01-01")), days.entries());
    }

    @Test
    void no_stage_is_entered_before_the_first_day_of_life() {
        var early = StageDays.of(null, false, Map.of(SIGNED, day("2023-01-01")), null, day("2023-02-01"), AS_OF);
        var month = StageDays.of(
                null,
                false,
                Map.of(SIGNED, new StatedDay(LocalDate.of(2023, 2, 1), Precision.MONTH)),
                null,
                day("2023-02-10"),
                AS_OF);

        assertEquals(Map.of(SIGNED, SIGNED), early.contradictions());
        assertEquals(Map.of(SIGNED, new StatedDay(LocalDate.of(2023, 2, 10), Precision.MONTH)), month.entries());
    }

    @Test
    void a_coarse_day_that_covers_the_earlier_stages_day_stands_for_that_day() {
        var month = new StatedDay(LocalDate.of(2023, 6, 1), Precision.MONTH);
        var year = new StatedDay(LocalDate.of(2023, 1, 1), Precision.YEAR);

        var days = of(COMPLETED, Map.of(SIGNED, day("2023-06-28"), GROUNDBREAKING, month, COMPLETED, year), null);

        assertEquals(
                Map.of(
                        SIGNED, day("2023-06-28"),
                        GROUNDBREAKING, new StatedDay(LocalDate.of(2023, 6, 28), Precision.MONTH),
                        COMPLETED, new StatedDay(LocalDate.of(2023, 6, 28), Precision.YEAR)),
                days.entries());
        assertEquals(Map.of(), days.contradictions());
    }

    @Test
    void a_later_stage_dated_before_an_earlier_one_is_a_contradiction() {
        var days = of(
                COMPLETED,
                Map.of(SIGNED, day("2023-06-28"), GROUNDBREAKING, day("2023-06-27"), COMPLETED, day("2023-06-28")),
                null);

        assertEquals(Map.of(GROUNDBREAKING, SIGNED), days.contradictions());
        assertEquals(Map.of(SIGNED, day("2023-06-28"), COMPLETED, day("2023-06-28")), days.entries());
    }

    @Test
    void being_listed_is_being_under_negotiation_when_nothing_says_better() {
        var listed = day("2023-03-01");

        assertEquals(
                Map.of(UNDER_NEGOTIATION, listed),
                of(UNDER_NEGOTIATION, Map.of(), listed).entries());
        assertEquals(
                Map.of(UNDER_NEGOTIATION, day("2023-02-01")),
                of(UNDER_NEGOTIATION, Map.of(UNDER_NEGOTIATION, day("2023-02-01")), listed)
                        .entries());
        assertEquals(
                Map.of(UNDER_NEGOTIATION, listed, SIGNED, listed),
                of(SIGNED, Map.of(SIGNED, listed), listed).entries());
    }

    @Test
    void being_listed_after_a_later_stage_was_entered_is_no_entry() {
        var days = of(SIGNED, Map.of(SIGNED, day("2023-02-28")), day("2023-03-01"));

        assertEquals(Map.of(SIGNED, day("2023-02-28")), days.entries());
    }

    @Test
    void being_listed_is_no_entry_when_the_stage_reached_has_no_day_or_listing_is_yet_to_come() {
        assertEquals(Map.of(), of(GROUNDBREAKING, Map.of(), day("2023-03-01")).entries());
        assertEquals(
                Map.of(), of(UNDER_NEGOTIATION, Map.of(), day("2024-01-01")).entries());
    }

    private static StageDays of(@Nullable Stage named, Map<Stage, StatedDay> stated, @Nullable StatedDay listed) {
        return StageDays.of(named, false, stated, listed, null, AS_OF);
    }

    private static StatedDay day(String iso) {
        return StatedDay.exactly(LocalDate.parse(iso));
    }
}
