package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.Agreement.FORMAL;
import static org.investmentpipeline.project.timeline.Agreement.FRAMEWORK;
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
import static org.investmentpipeline.project.timeline.TimelineAssertions.day;
import static org.investmentpipeline.project.timeline.TimelineAssertions.life;
import static org.investmentpipeline.project.timeline.TimelineAssertions.move;
import static org.investmentpipeline.project.timeline.TimelineAssertions.turn;
import static org.investmentpipeline.project.timeline.TimelineAssertions.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.problem.ProblemType;
import org.junit.jupiter.api.Test;

class MoveRulesTest {
    private static final Timeline TALKS = life("UNDER_NEGOTIATION 01-01", 1, null);
    private static final Timeline SIGNED_IN_MARCH = life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FORMAL);

    @Test
    void steps_on_the_way_are_entered_on_their_days_or_the_moves() {
        var moved = MoveRules.move(
                TALKS,
                COMPLETED,
                day("09-01"),
                Map.of(SIGNED, day("06-01")),
                Map.of(Field.AGREEMENT, FORMAL, Field.INVESTMENT, yuan(5)),
                TODAY);

        assertTold("""
                01-01 06-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                06-01 09-01 0 DAY SIGNED            ACTIVE 5 FORMAL -
                09-01 09-01 0 DAY GROUNDBREAKING    ACTIVE 5 FORMAL -
                09-01 open  1 DAY COMPLETED         ACTIVE 5 FORMAL -
                """, moved);
    }

    @Test
    void what_rides_with_a_move_after_signing_holds_from_the_moves_day() {
        assertTold(
                """
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -         -
                03-01 06-01 0 DAY SIGNED            ACTIVE 1 FRAMEWORK -
                06-01 open  0 DAY GROUNDBREAKING    ACTIVE 1 FORMAL    -
                """,
                move(
                        life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FRAMEWORK),
                        GROUNDBREAKING,
                        "06-01",
                        Map.of(Field.AGREEMENT, FORMAL)));
    }

    @Test
    void what_a_stage_requires_is_tested_as_of_its_day() {
        var later = amend(life("UNDER_NEGOTIATION 01-01", null, null), "06-01", Field.INVESTMENT, yuan(1));

        assertRefused(
                ProblemType.REQUIREMENTS_MISSING,
                List.of("agreement", "investment"),
                () -> move(later, SIGNED, "05-31", Map.of()));
        assertRefused(
                ProblemType.REQUIREMENTS_MISSING,
                List.of("investment"),
                () -> move(later, SIGNED, "05-31", Map.of(Field.AGREEMENT, FORMAL)));
        assertEquals(
                SIGNED,
                move(later, SIGNED, "06-01", Map.of(Field.AGREEMENT, FORMAL))
                        .now()
                        .stage());
    }

    @Test
    void a_move_is_not_in_the_future_nor_before_the_stage_before() {
        assertRefused(
                ProblemType.REFUSED,
                List.of("on"),
                () -> MoveRules.move(SIGNED_IN_MARCH, GROUNDBREAKING, TODAY.plusDays(1), Map.of(), Map.of(), TODAY));
        assertRefused(
                ProblemType.REFUSED, List.of("on"), () -> move(SIGNED_IN_MARCH, GROUNDBREAKING, "02-28", Map.of()));
        assertEquals(
                GROUNDBREAKING,
                move(SIGNED_IN_MARCH, GROUNDBREAKING, "03-01", Map.of()).now().stage());
    }

    @Test
    void a_step_lies_between_the_stages_and_their_days() {
        assertRefused(ProblemType.REFUSED, List.of("via.SIGNED"), () -> via(GROUNDBREAKING, SIGNED, "02-01"));
        assertRefused(ProblemType.REFUSED, List.of("via.COMPLETED"), () -> via(COMPLETED, COMPLETED, "06-01"));
        assertRefused(
                ProblemType.REFUSED, List.of("via.GROUNDBREAKING"), () -> via(COMPLETED, GROUNDBREAKING, "02-28"));
        assertEquals(
                day("03-01"),
                via(COMPLETED, GROUNDBREAKING, "03-01").entered(GROUNDBREAKING).since());
    }

    private static Timeline via(Stage to, Stage step, String day) {
        return MoveRules.move(SIGNED_IN_MARCH, to, day("06-01"), Map.of(step, day(day)), Map.of(), TODAY);
    }

    @Test
    void a_move_leads_forward_only() {
        for (var to : List.of(UNDER_NEGOTIATION, SIGNED)) {
            assertRefused(ProblemType.STAGE_ORDER, List.of(), () -> move(SIGNED_IN_MARCH, to, "06-01", Map.of()));
        }
    }

    @Test
    void a_project_moves_only_on_days_on_which_it_is_active() {
        var life = turn(turn(SIGNED_IN_MARCH, SUSPENDED, "05-01"), ACTIVE, "07-01");

        for (var inactive : List.of("05-01", "06-30")) {
            assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> move(life, GROUNDBREAKING, inactive, Map.of()));
        }
        for (var active : List.of("04-30", "07-01")) {
            assertEquals(
                    GROUNDBREAKING,
                    move(life, GROUNDBREAKING, active, Map.of()).now().stage());
        }
    }

    @Test
    void a_reversal_keeps_later_amendments_and_statuses_and_forgets_the_agreement() {
        var life = turn(amend(SIGNED_IN_MARCH, "04-01", Field.INVESTMENT, yuan(2)), WITHDRAWN, "05-01");

        assertTold("""
                01-01 04-01 0 DAY UNDER_NEGOTIATION ACTIVE    1 - -
                04-01 05-01 0 -   UNDER_NEGOTIATION ACTIVE    2 - -
                05-01 open  0 -   UNDER_NEGOTIATION WITHDRAWN 2 - -
                """, MoveRules.reverse(life, SIGNED));
    }

    @Test
    void a_reversal_above_signing_keeps_the_agreement() {
        assertSame(
                SIGNED_IN_MARCH,
                MoveRules.reverse(move(SIGNED_IN_MARCH, GROUNDBREAKING, "06-01", Map.of()), GROUNDBREAKING));
    }

    @Test
    void only_the_latest_move_is_reversed_and_never_the_first_stage() {
        assertRefused(ProblemType.STAGE_ORDER, List.of(), () -> MoveRules.reverse(SIGNED_IN_MARCH, UNDER_NEGOTIATION));
        assertRefused(ProblemType.STAGE_ORDER, List.of(), () -> MoveRules.reverse(SIGNED_IN_MARCH, GROUNDBREAKING));
        assertRefused(ProblemType.STAGE_ORDER, List.of(), () -> MoveRules.reverse(TALKS, UNDER_NEGOTIATION));
        assertRefused(
                ProblemType.STAGE_ORDER, List.of(), () -> MoveRules.reverse(life("SIGNED 03-01", 1, FORMAL), SIGNED));
    }
}
