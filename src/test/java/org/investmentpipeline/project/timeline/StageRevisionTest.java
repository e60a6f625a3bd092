package org.investmentpipeline.project.timeline;

import static org.investmentpipeline.project.timeline.Agreement.FORMAL;
import static org.investmentpipeline.project.timeline.Stage.GROUNDBREAKING;
import static org.investmentpipeline.project.timeline.Stage.SIGNED;
import static org.investmentpipeline.project.timeline.Stage.UNDER_NEGOTIATION;
import static org.investmentpipeline.project.timeline.Status.ACTIVE;
import static org.investmentpipeline.project.timeline.Status.SUSPENDED;
import static org.investmentpipeline.project.timeline.TimelineAssertions.TODAY;
import static org.investmentpipeline.project.timeline.TimelineAssertions.amend;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertRefused;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertSame;
import static org.investmentpipeline.project.timeline.TimelineAssertions.assertTold;
import static org.investmentpipeline.project.timeline.TimelineAssertions.day;
import static org.investmentpipeline.project.timeline.TimelineAssertions.life;
import static org.investmentpipeline.project.timeline.TimelineAssertions.turn;
import static org.investmentpipeline.project.timeline.TimelineAssertions.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.correction.StageRevision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageRevisionTest {
    private static final Timeline LIFE =
            life("UNDER_NEGOTIATION 01-01, SIGNED 03-01, GROUNDBREAKING 06-01, COMPLETED 09-01", 1, FORMAL);

    @Test
    void correctsRemovesAndKeepsPrecisionAtOnce() {
        assertTold("""
                01-01 04-01 0 DAY     UNDER_NEGOTIATION ACTIVE 1 -      -
                04-01 10-01 0 MONTH   SIGNED            ACTIVE 1 FORMAL -
                10-01 open  0 QUARTER COMPLETED         ACTIVE 1 FORMAL -
                """, revise(LIFE, "SIGNED 2023-04, GROUNDBREAKING -, COMPLETED 2023-Q4"));
    }

    @Test
    void theLatestIsRemovedAndAStageIsPutInBetween() {
        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                03-01 06-01 0 DAY SIGNED            ACTIVE 1 FORMAL -
                06-01 open  0 DAY GROUNDBREAKING    ACTIVE 1 FORMAL -
                """, revise(LIFE, "COMPLETED -"));
        var skipped = life("UNDER_NEGOTIATION 01-01, COMPLETED 09-01", 1, FORMAL);

        assertTold("""
                01-01 05-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                05-01 09-01 0 DAY GROUNDBREAKING    ACTIVE 1 FORMAL -
                09-01 open  0 DAY COMPLETED         ACTIVE 1 FORMAL -
                """, revise(skipped, "GROUNDBREAKING 2023-05-01"));
    }

    @Test
    void allDaysMovePastEachOther() {
        assertTold(
                """
                10-01 11-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                11-01 11-01 0 DAY SIGNED            ACTIVE 1 FORMAL -
                11-01 12-31 1 DAY GROUNDBREAKING    ACTIVE 1 FORMAL -
                12-31 open  0 DAY COMPLETED         ACTIVE 1 FORMAL -
                """,
                revise(
                        LIFE,
                        "UNDER_NEGOTIATION 2023-10-01, SIGNED 2023-11-01, GROUNDBREAKING 2023-11-01, COMPLETED 2023-12-31"));
    }

    @Test
    void aStageTakenOverIsDatedOrRemoved() {
        var life = TimelineRules.takeOver(
                life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FORMAL), GROUNDBREAKING, day("06-30"));

        assertEquals(SIGNED, revise(life, "GROUNDBREAKING -").latest().stage());
        assertEquals(
                new Event.Entered(day("06-30"), GROUNDBREAKING, Precision.DAY),
                revise(life, "GROUNDBREAKING 2023-06-30").latest());
    }

    @Test
    void nothingElseChanges() {
        var life = turn(amend(LIFE, "07-01", Field.INVESTMENT, yuan(2)), SUSPENDED, "10-01");

        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE    1 -      -
                03-01 07-01 0 DAY SIGNED            ACTIVE    1 FORMAL -
                07-01 10-01 0 -   SIGNED            ACTIVE    2 FORMAL -
                10-01 open  0 -   SIGNED            SUSPENDED 2 FORMAL -
                """, revise(life, "GROUNDBREAKING -, COMPLETED -"));
        assertSame(life, revise(life, "SIGNED 2023-03-01, COMPLETED 2023-09-01"));
        assertSame(LIFE, revise(LIFE, ""));
    }

    @Test
    void theAgreementGoesWithTheSigning() {
        assertEquals(FORMAL, revise(LIFE, "SIGNED 2023-02-01").on(day("02-01")).agreement());
        assertEquals(
                null,
                revise(LIFE, "SIGNED -, GROUNDBREAKING -, COMPLETED -").now().agreement());
    }

    @Test
    void daysAreInOrderAndNotAhead() {
        assertRefused(ProblemType.REFUSED, List.of("SIGNED"), () -> revise(LIFE, "SIGNED 2023-06-02"));
        assertRefused(
                ProblemType.REFUSED,
                List.of("GROUNDBREAKING", "COMPLETED"),
                () -> revise(LIFE, "GROUNDBREAKING 2023-02-01, COMPLETED 2023-01-31"));
        assertRefused(ProblemType.REFUSED, List.of("COMPLETED"), () -> revise(LIFE, "COMPLETED 2024-01-01"));
        var refused = assertThrows(Problem.class, () -> revise(LIFE, "SIGNED 2023-06-02"));

        assertEquals(
                "GROUNDBREAKING on 2023-06-01 is before SIGNED on 2023-06-02",
                refused.violations().get(0).message().en());
    }

    @Test
    void theFirstEntryRemains() {
        assertRefused(ProblemType.REFUSED, List.of("UNDER_NEGOTIATION"), () -> revise(LIFE, "UNDER_NEGOTIATION -"));
        assertRefused(
                ProblemType.REFUSED,
                List.of("UNDER_NEGOTIATION"),
                () -> revise(LIFE, "UNDER_NEGOTIATION -, SIGNED -, GROUNDBREAKING -, COMPLETED -"));
    }

    @Test
    void aFirstEntryGivesWayToAnEarlierStage() {
        var life = TimelineRules.register(GROUNDBREAKING, Map.of(), day("06-30"), Map.of(Field.SECTOR, "A"));

        assertTold("""
                05-01 open 0 DAY SIGNED ACTIVE - - A
                """, revise(life, "SIGNED 2023-05-01, GROUNDBREAKING -"));
    }

    @Test
    void aStepBackForgetsLaterStagesUpToTheDay() {
        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                03-01 open  0 DAY SIGNED            ACTIVE 1 FORMAL -
                """, StageRevision.stepBack(LIFE, SIGNED, day("09-01")));
        assertTold("""
                01-01 03-01 0 DAY UNDER_NEGOTIATION ACTIVE 1 -      -
                03-01 09-01 0 DAY SIGNED            ACTIVE 1 FORMAL -
                09-01 open  0 DAY COMPLETED         ACTIVE 1 FORMAL -
                """, StageRevision.stepBack(LIFE, SIGNED, day("08-31")));
        assertSame(LIFE, StageRevision.stepBack(LIFE, SIGNED, day("05-31")));
    }

    @Test
    void aStageTakenOverFirstStepsBackToAStageTakenOver() {
        var life = TimelineRules.register(GROUNDBREAKING, Map.of(), day("06-30"), Map.of(Field.AGREEMENT, FORMAL));

        assertTold("""
                06-30 open 0 - SIGNED ACTIVE - FORMAL -
                """, StageRevision.stepBack(life, SIGNED, day("09-30")));
        assertTold("""
                06-30 open 0 - UNDER_NEGOTIATION ACTIVE - - -
                """, StageRevision.stepBack(life, UNDER_NEGOTIATION, day("09-30")));
    }

    @Test
    void anEntryIsOfAnActiveProject() {
        var resumed = TimelineRules.turn(
                turn(life("UNDER_NEGOTIATION 01-01, SIGNED 03-01", 1, FORMAL), SUSPENDED, "05-01"),
                ACTIVE,
                day("07-01"),
                null,
                TODAY);

        assertRefused(ProblemType.STATUS_CONFLICT, List.of(), () -> revise(resumed, "SIGNED 2023-06-01"));
        assertRefused(
                ProblemType.STATUS_CONFLICT,
                List.of(),
                () -> revise(resumed, "UNDER_NEGOTIATION 2023-08-01, SIGNED 2023-08-01"));
        assertEquals(day("08-01"), revise(resumed, "SIGNED 2023-08-01").latest().on());
    }

    @Test
    void aStageBeyondTheLatestNeedsAsMuchAsAMove() {
        var talks = life("UNDER_NEGOTIATION 01-01", 1, null);

        assertRefused(ProblemType.REQUIREMENTS_MISSING, List.of("agreement"), () -> revise(talks, "SIGNED 2023-06-01"));
    }

    /** Stages with their days; - for none. */
    private static Timeline revise(Timeline life, String stages) {
        var stated = new EnumMap<Stage, @Nullable StatedDay>(Stage.class);
        Arrays.stream(stages.split(", ")).filter(entry -> !entry.isEmpty()).forEach(entry -> {
            var words = entry.split(" ");
            stated.put(Stage.valueOf(words[0]), words[1].equals("-") ? null : StatedDay.parse(words[1]));
        });
        return StageRevision.revise(life, stated, TODAY);
    }
}
