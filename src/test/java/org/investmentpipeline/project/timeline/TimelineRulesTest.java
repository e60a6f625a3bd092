package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.Agreement.FORMAL;
import static org.investmentpipeline.project.timeline.Stage.COMPLETED;
import static org.investmentpipeline.project.timeline.Stage.GROUNDBREAKING;
import static org.investmentpipeline.project.timeline.Stage.SIGNED;
import static org.investmentpipeline.project.timeline.Stage.UNDER_NEGOTIATION;
import static org.investmentpipeline.project.timeline.Status.ACTIVE;
import static org.investmentpipeline.project.timeline.Status.SUSPENDED;
import static org.investmentpipeline.project.timeline.Status.WITHDRAWN;
import static org.investmentpipeline.project.timeline.TimelineAssertions.TODAY;
import static org.investmentpipeline.project.timeline.TimelineAssertions.amend;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertRefused;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertSame;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertTold;
import static org.investmentpipeline.project.timeline.TimelineAssertions.correct;
import static org.investmentpipeline.project.timeline.TimelineAssertions.day;
import static org.investmentpipeline.project.timeline.TimelineAssertions.life;
import static org.investmentpipeline.project.timeline.TimelineAssertions.move;
import static org.investmentpipeline.project.timeline.TimelineAssertions.turn;
import static org.investmentpipeline.project.timeline.TimelineAssertions.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.ProblemType;
import org.junit.jupiter.api.Test;

class TimelineRulesTest {
    private static final Timeline LIFE = life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FORMAL);

    @Test
    void a_stage_without_a_day_is_taken_over_and_skipped_stages_are_not_invented() {
        var stated = Map.of(UNDER_NEGOTIATION, new StatedDay(day("01-01"), Precision.YEAR));

        assertTold("""
                01-01 06-30 0 YEAR UNDER_NEGOTIATION ACTIVE - -      -
                06-30 open  0 -    GROUNDBREAKING    ACTIVE - FORMAL -
                """, TimelineRules.register(GROUNDBREAKING, stated, day("06-30"), Map.of(Field.AGREEMENT, FORMAL)));
        assertNull(
                TimelineRules.register(SIGNED, Map.of(), TODAY, Map.of()).now().since());
    }

    @Test
    void a_registration_is_in_order_and_not_ahead() {
        var signed = StatedDay.exactly(day("03-01"));

        assertRefused(
                ProblemType.REFUSED,
                List.of("stages.SIGNED"),
                () -> TimelineRules.register(UNDER_NEGOTIATION, Map.of(SIGNED, signed), TODAY, Map.of()));
        assertRefused(
                ProblemType.REFUSED,
                List.of("stages.SIGNED"),
                () -> TimelineRules.register(SIGNED, Map.of(SIGNED, signed), day("02-28"), Map.of()));
        assertRefused(
                ProblemType.REFUSED,
                List.of("stages.SIGNED"),
                () -> life("UNDER_NEGOTIATION 03-02, SIGNED 03-01", 1, FORMAL));
        assertRefused(ProblemType.REFUSED, List.of("agreement"), () -> life("UNDER_NEGOTIATION 03-02", 1, FORMAL));
    }

    @Test
    void nothing_is_dated_in_the_future_or_before_life_begins() {
        var tomorrow = TODAY.plusDays(1);

        assertRefused(
                ProblemType.REFUSED,
                List.of("effectiveOn"),
                () -> TimelineRules.amend(LIFE, tomorrow, Map.of(), TODAY));
        assertRefused(
                ProblemType.REFUSED,
                List.of("effectiveOn"),
                () -> TimelineRules.amend(LIFE, day("01-01").minusDays(1), Map.of(), TODAY));
        assertRefused(
                ProblemType.REFUSED, List.of("on"), () -> TimelineRules.turn(LIFE, SUSPENDED, tomorrow, "land", TODAY));
        assertRefused(
                ProblemType.REFUSED,
                List.of("stages.SIGNED"),
                () -> TimelineRules.correct(LIFE, SIGNED, StatedDay.exactly(tomorrow), TODAY));
    }

    @Test
    void what_is_said_again_changes_nothing() {
        var life = turn(amend(LIFE, "04-01", Field.SECTOR, "energy"), SUSPENDED, "05-01");

        assertSame(life, turn(life, SUSPENDED, "06-01"));
        assertSame(life, amend(life, "04-15", Field.SECTOR, "energy"));
        assertSame(life, amend(life, "03-01", Field.AGREEMENT, FORMAL));
        assertSame(life, correct(life, SIGNED, "03-01"));
        assertSame(life, TimelineRules.takeOver(life, SIGNED, TODAY));
    }

    @Test
    void a_status_turns_with_a_reason_and_not_before_the_latest_move_or_turn() {
        assertRefused(
                ProblemType.REFUSED, List.of("reason"), () -> TimelineRules.turn(LIFE, WITHDRAWN, TODAY, null, TODAY));
        assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> turn(LIFE, SUSPENDED, "02-28"));
        var suspended = turn(LIFE, SUSPENDED, "05-01");
        assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> turn(suspended, ACTIVE, "04-30"));
    }

    @Test
    void signed_and_withdrawn_on_one_day_is_an_entry_all_the_same() {
        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE    1 -      -
                03-01 03-01 0 DAY SIGNED            ACTIVE    1 FORMAL -
                03-01 open  1 -   SIGNED            WITHDRAWN 1 FORMAL -
                """, turn(LIFE, WITHDRAWN, "03-01"));
    }

    @Test
    void an_amount_that_a_ledger_left_unknown_can_be_stated_later_but_not_be_taken_again() {
        var unknown = life("GROUNDBREAKING 03-01", null, null);

        var stated = amend(unknown, "06-01", Field.INVESTMENT, yuan(3));

        assertTold("""
                03-01 06-01 0 DAY GROUNDBREAKING ACTIVE - - -
                06-01 open  0 -   GROUNDBREAKING ACTIVE 3 - -
                """, stated);
        assertRefused(ProblemType.REFUSED, List.of("investment"), () -> amend(stated, "06-01", Field.INVESTMENT, null));
        assertSame(stated, amend(stated, "04-01", Field.INVESTMENT, null));
        assertRefused(ProblemType.REFUSED, List.of("investment"), () -> amend(LIFE, "02-01", Field.INVESTMENT, null));
        assertRefused(ProblemType.REFUSED, List.of("agreement"), () -> amend(LIFE, "02-28", Field.AGREEMENT, FORMAL));
    }

    @Test
    void a_signing_put_earlier_or_later_takes_its_agreement_along() {
        for (var day : List.of("02-01", "03-01", "04-01")) {
            assertTold("""
                    01-01 %1$s 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                    %1$s  open 0 DAY SIGNED            ACTIVE 1 FORMAL -
                    """.formatted(day), correct(LIFE, SIGNED, day));
        }
    }

    @Test
    void the_first_stage_moves_the_birth() {
        assertSame(life("UNDER_NEGOTIATION 02-01, SIGNED 03-01", 1, FORMAL), correct(LIFE, UNDER_NEGOTIATION, "02-01"));
        assertSame(LIFE, correct(correct(LIFE, UNDER_NEGOTIATION, "02-01"), UNDER_NEGOTIATION, "01-01"));
    }

    @Test
    void the_first_stage_does_not_move_past_a_turn_of_the_status() {
        var life = turn(turn(life("UNDER_NEGOTIATION 01-01", 1, null), SUSPENDED, "02-01"), ACTIVE, "03-01");

        assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> correct(life, UNDER_NEGOTIATION, "04-01"));
        assertEquals(day("01-31"), correct(life, UNDER_NEGOTIATION, "01-31").birth());
    }

    @Test
    void a_stage_thought_skipped_is_put_in() {
        var skipped = life("UNDER_NEGOTIATION 01-01, GROUNDBREAKING 06-01", 1, FORMAL);

        assertSame(
                life("UNDER_NEGOTIATION 01-01, SIGNED 03-01, GROUNDBREAKING 06-01", 1, FORMAL),
                correct(skipped, SIGNED, "03-01"));
        assertSame(LIFE, correct(life("SIGNED 03-01", 1, FORMAL), UNDER_NEGOTIATION, "01-01"));
    }

    @Test
    void an_entry_on_the_day_of_a_resumption_follows_it() {
        var life = turn(turn(life("UNDER_NEGOTIATION 01-01", 1, null), SUSPENDED, "02-01"), ACTIVE, "04-01");
        var moved = move(life, GROUNDBREAKING, "04-01", Map.of(Field.AGREEMENT, FORMAL));

        assertSame(moved, correct(moved, SIGNED, "04-01"));
        assertEquals(ACTIVE, moved.entered(SIGNED).status());
        assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> correct(moved, SIGNED, "03-31"));
        assertRefused(ProblemType.REFUSED, List.of("stages.SIGNED"), () -> correct(moved, SIGNED, "04-02"));
    }

    @Test
    void a_later_stage_is_taken_over_without_an_entry_and_an_earlier_one_refused() {
        var taken = TimelineRules.takeOver(LIFE, GROUNDBREAKING, day("06-30"));

        assertNull(taken.latest().stated());
        assertEquals(day("06-30"), taken.latest().on());
        assertRefused(ProblemType.REFUSED, List.of("stage"), () -> TimelineRules.takeOver(taken, SIGNED, TODAY));
        assertRefused(
                ProblemType.REFUSED, List.of("stage"), () -> TimelineRules.takeOver(LIFE, COMPLETED, day("02-28")));
    }
}
