package org.investmentpipeline.spreadsheet.projects;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The days a row states for its stages, separated from plans (rule 18 of the ledger): a day of a stage that
 * the row has not reached, or that is after the sheet's own day, is a plan.
 *
 * @param stage the row's stage; null when neither a word nor a day determines it
 * @param entries the days on which stages were entered, in the order of the stages and of time
 * @param contradictions stages whose day lies before an earlier stage's day, with that earlier stage; with itself where it lies before the first
 *     day of life
 */
record StageDays(@Nullable Stage stage, Map<Stage, StatedDay> entries, Map<Stage, Stage> contradictions) {

    /**
     * @param named the stage the row names, null when it names none
     * @param statusAlone whether the row names a suspension or withdrawal and no stage, which leaves the
     *     project under negotiation whatever its days say
     * @param stated the value of each stage's column
     * @param listed the day the register first lists the project
     * @param birth the first day of life, where no day of negotiation is stated
     */
    static StageDays of(
            @Nullable Stage named,
            boolean statusAlone,
            Map<Stage, StatedDay> stated,
            @Nullable StatedDay listed,
            @Nullable StatedDay birth,
            LocalDate asOf) {
        var stage = named == null && !statusAlone ? latest(stated, asOf) : named;
        var reached = stage == null ? Stage.UNDER_NEGOTIATION : stage;
        var begun = new EnumMap<Stage, StatedDay>(Stage.class);
        stated.forEach((each, day) -> {
            if (!reached.isBefore(each) && !day.day().isAfter(asOf)) {
                begun.put(each, day);
            }
        });
        var days = new StageDays(stage, new EnumMap<>(Stage.class), new EnumMap<>(Stage.class));
        days.order(begun, birth == null || begun.containsKey(Stage.UNDER_NEGOTIATION) ? null : birth.day());
        if (listed != null && isEntry(listed, reached, days.entries, asOf)) {
            days.entries.put(Stage.UNDER_NEGOTIATION, listed);
        }
        return days;
    }

    private void order(EnumMap<Stage, StatedDay> begun, @Nullable LocalDate birth) {
        Stage earlier = null;
        for (var each : begun.entrySet()) {
            var entered = earlier == null ? null : entries.get(earlier);
            var bound = entered == null ? birth : entered.day();
            var ordered = bound == null ? each.getValue() : notBefore(bound, each.getValue());
            if (ordered != null) {
                entries.put(each.getKey(), ordered);
                earlier = each.getKey();
            } else {
                contradictions.put(each.getKey(), earlier == null ? each.getKey() : earlier);
            }
        }
    }

    private static @Nullable Stage latest(Map<Stage, StatedDay> stated, LocalDate asOf) {
        Stage latest = null;
        for (var stage : Stage.values()) {
            var day = stated.get(stage);
            latest = day == null || day.day().isAfter(asOf) ? latest : stage;
        }
        return latest;
    }

    /**
     * A month, quarter or year that contains the earlier stage's day does not contradict it; because it is represented
     * by its first day, which is too early, it is replaced by the earlier stage's day. Null is a
     * contradiction.
     */
    private static @Nullable StatedDay notBefore(LocalDate bound, StatedDay day) {
        if (!day.day().isBefore(bound)) {
            return day;
        }
        return day.covers(bound) ? new StatedDay(bound, day.precision()) : null;
    }

    /**
     * Whether the project was under negotiation when it was first listed: no other day of that stage is known, and the project
     * had demonstrably not reached a later stage. A project whose later stage has no day may have been listed in it.
     */
    private static boolean isEntry(StatedDay listed, Stage reached, Map<Stage, StatedDay> entries, LocalDate asOf) {
        if (entries.containsKey(Stage.UNDER_NEGOTIATION) || listed.day().isAfter(asOf)) {
            return false;
        }
        if (entries.isEmpty()) {
            return reached == Stage.UNDER_NEGOTIATION;
        }
        return entries.values().stream().noneMatch(entry -> entry.day().isBefore(listed.day()));
    }
}
