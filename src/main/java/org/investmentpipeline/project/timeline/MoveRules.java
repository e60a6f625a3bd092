package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.jspecify.annotations.Nullable;

/** Moves through the stages, forward, and their reversal; pure. */
public final class MoveRules {
    private MoveRules() {}

    /**
     * A move forward. Stages on the way are entered on the same day unless {@code via} dates them; agreement and investment
     * that ride along hold from the signing, or from the move's day when the project was signed before.
     */
    public static Timeline move(
            Timeline life,
            Stage to,
            LocalDate on,
            Map<Stage, LocalDate> via,
            Map<Field, @Nullable Object> riding,
            LocalDate today) {
        var current = life.latest();
        if (!current.stage().isBefore(to)) {
            throw Problem.of(
                    ProblemType.STAGE_ORDER,
                    "The project is in %1$s; a move leads forward, %2$s does not. To go back, reverse the latest move.",
                    "项目处于 %1$s，只能向后推进，不能移至 %2$s。如需退回，请撤销最近一次推进。",
                    current.stage(),
                    to);
        }
        var steps = steps(current, to, on, via, today);
        var moved = life;
        for (var step : steps) {
            TimelineRules.refuseUnlessActive(moved, step.on());
            moved = moved.entering(step.stage(), step.on(), Precision.DAY);
        }
        var from = steps.get(0).stage() == Stage.SIGNED ? steps.get(0).on() : on;
        for (var ride : riding.entrySet()) {
            moved = moved.with(ride.getKey(), from, ride.getValue());
        }
        refuseIfMissing(moved, steps);
        return moved;
    }

    /** An entry into a stage on a day. */
    public record Step(Stage stage, LocalDate on) {}

    private static List<Step> steps(
            Entered current, Stage to, LocalDate on, Map<Stage, LocalDate> via, LocalDate today) {
        var found = new ArrayList<Violation>();
        TimelineRules.future("on", on, today).ifPresent(found::add);
        via.keySet().stream()
                .filter(stage -> !current.stage().isBefore(stage) || !stage.isBefore(to))
                .forEach(stage -> found.add(Violation.of(
                        "via." + stage, "does not lie between %s and %s", "不在 %s 与 %s 之间", current.stage(), to)));
        var steps = new ArrayList<Step>();
        var before = current.on();
        for (var stage : Stage.values()) {
            if (!current.stage().isBefore(stage) || to.isBefore(stage)) {
                continue;
            }
            var day = Objects.requireNonNullElse(via.get(stage), on);
            if (day.isBefore(before)) {
                found.add(Violation.of(
                        via.containsKey(stage) ? "via." + stage : "on",
                        "was %s, before the stage before it was entered (%s)",
                        "给出的 %s 早于进入前一阶段的日期（%s）",
                        day,
                        before));
            }
            if (day.isAfter(on)) {
                found.add(Violation.of("via." + stage, "was %s, after the move's day %s", "给出的 %s 晚于推进日期 %s", day, on));
            }
            before = day;
            steps.add(new Step(stage, day));
        }
        Problem.refuseIfAny(found);
        return steps;
    }

    public static void refuseIfMissing(Timeline moved, List<Step> steps) {
        for (var step : steps) {
            var missing = moved.on(step.on()).missingFor(step.stage());
            if (!missing.isEmpty()) {
                throw Problem.of(
                        ProblemType.REQUIREMENTS_MISSING,
                        missing.stream()
                                .map(field -> Violation.of(
                                        field,
                                        "is required to enter %s on %s",
                                        "进入 %s（%s）必须填写",
                                        step.stage(),
                                        step.on()))
                                .toList());
            }
        }
    }

    /** The latest entry never happened: a correction of the record, not an event. */
    public static Timeline reverse(Timeline life, Stage stage) {
        if (life.latest().stage() != stage) {
            throw Problem.of(
                    ProblemType.STAGE_ORDER,
                    "Only the latest move can be reversed, which led to %s.",
                    "只能撤销最近一次推进（至 %s）。",
                    life.latest().stage());
        }
        if (life.entries().size() == 1) {
            throw Problem.of(
                    ProblemType.STAGE_ORDER,
                    "The first stage of a life cannot be reversed; delete a project registered by mistake.",
                    "首个阶段不能撤销；误登记的项目请删除。");
        }
        return life.stating(Collections.singletonMap(stage, null));
    }
}
