package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.correction.StageChanges;
import org.investmentpipeline.project.correction.StageRevision;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of a statement with the timeline of a known project, and the changes that follow from it; pure.
 *
 * <ul>
 *   <li>A different day of a stage corrects that entry. A less exact day that covers the known one is no difference.
 *   <li>A later stage without a day is entered on the day of the statement. An earlier stage is refused, or reverses the entries into
 *       later ones ({@link StepBack}).
 *   <li>Values and status change from the day of the statement on.
 * </ul>
 */
final class StatementReconciliation {
    private final ProjectStatement statement;
    private final LocalDate asOf;
    private final StepBack stepBack;
    private final List<ProjectChange> changes = new ArrayList<>();
    private Timeline life;

    StatementReconciliation(ProjectStatement statement, LocalDate asOf, StepBack stepBack, Timeline life) {
        this.statement = statement;
        this.asOf = asOf;
        this.stepBack = stepBack;
        this.life = life;
    }

    /** The timeline with everything applied so far. */
    Timeline life() {
        return life;
    }

    List<ProjectChange> changes() {
        return changes;
    }

    /** Applies the statement: days and stage first, then values, then the status. A resumption precedes the stage, as only active projects move. */
    void apply(Map<Field, @Nullable Object> values) {
        if (statement.entries().isEmpty()) {
            refuseBeforeLife();
        }
        earlierStage();
        dates();
        birth();
        refuseBeforeLife();
        if (statement.status() == Status.ACTIVE) {
            status();
        }
        stage();
        values(values);
        status();
    }

    private void refuseBeforeLife() {
        if (asOf.isBefore(life.birth())) {
            throw Problem.refused(
                    "asOf", "is %s, but the project's life begins on %s", "为 %s，而项目自 %s 开始", asOf, life.birth());
        }
    }

    private void earlierStage() {
        var stated = statement.stage();
        if (stated == null || asOf.isBefore(life.birth())) {
            return;
        }
        var known = life.on(asOf).stage();
        if (!stated.isBefore(known)) {
            return;
        }
        if (stepBack == StepBack.REVERSE) {
            var back = StageRevision.stepBack(life, stated, asOf);
            changes.add(StageChanges.reversal(life, back));
            life = back;
        } else {
            throw Problem.refused(
                    "stage",
                    "was %s, but the project was in %s on %s already",
                    "给出的是 %s，而项目在 %3$s 已处于 %2$s",
                    stated,
                    known,
                    asOf);
        }
    }

    /** Two entries that move past each other are in order only if the right one moves first, so both orders are tried. */
    private void dates() {
        var differing = new EnumMap<Stage, StatedDay>(Stage.class);
        statement.entries().forEach((stage, stated) -> {
            if (!isKnown(stage, stated)) {
                differing.put(stage, stated);
            }
        });
        var rising = new ArrayList<>(differing.keySet());
        try {
            life = corrected(rising, differing);
        } catch (Problem refused) {
            rising.sort(Comparator.reverseOrder());
            life = corrected(rising, differing);
        }
    }

    private boolean isKnown(Stage stage, StatedDay stated) {
        return life.entries().stream()
                .anyMatch(entry -> entry.stage() == stage && entry.stated() != null && stated.covers(entry.on()));
    }

    private Timeline corrected(List<Stage> order, Map<Stage, StatedDay> stated) {
        var made = new ArrayList<ProjectChange>();
        var corrected = life;
        for (var stage : order) {
            var day = Objects.requireNonNull(stated.get(stage));
            var before = corrected.entries();
            corrected = TimelineRules.correct(corrected, stage, day, asOf);
            made.addAll(recorded(before, stage, day.day()));
        }
        changes.addAll(made);
        return corrected;
    }

    /** An entry into a new stage is a move to it; one before all others is a move from it to the former first stage. */
    private static List<ProjectChange> recorded(List<Entered> before, Stage stage, LocalDate day) {
        var correction = ProjectChange.ofStage(ProjectChange.Kind.CORRECTED, stage, day, null);
        if (before.stream().anyMatch(entry -> entry.stage() == stage)) {
            return List.of(correction);
        }
        var first = before.get(0);
        return before.stream()
                .filter(entry -> entry.stage().isBefore(stage))
                .reduce((earlier, later) -> later)
                .map(entry -> List.of(move(entry.stage(), stage, day)))
                .orElseGet(() -> List.of(correction, move(stage, first.stage(), first.on())));
    }

    private static ProjectChange move(Stage from, Stage to, LocalDate day) {
        return ProjectChange.ofStage(ProjectChange.Kind.MOVED, to, day, null).with(List.of(ChangeDiff.stage(from, to)));
    }

    private void stage() {
        var stated = statement.stage();
        if (stated == null || !life.on(asOf).stage().isBefore(stated)) {
            return;
        }
        var before = life.latest().stage();
        var day = turns() ? statement.statusDay(asOf) : asOf;
        life = TimelineRules.takeOver(life, stated, day);
        changes.add(move(before, stated, day));
    }

    private void values(Map<Field, @Nullable Object> values) {
        var before = life;
        life = TimelineRules.amend(life, asOf, values, asOf);
        var differences = ChangeDiff.between(before, life, asOf, values.keySet());
        if (!differences.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, asOf, null).with(differences));
        }
    }

    private void status() {
        var stated = statement.status();
        if (stated == null) {
            return;
        }
        if (!turns()) {
            refuseOtherStatusDay();
            return;
        }
        var before = life.now();
        var day = statement.statusDay(asOf);
        var turned = TimelineRules.turn(life, stated, day, statement.reason(), asOf);
        if (turned == life) {
            throw Problem.of(
                    ProblemType.STATUS_CONFLICT,
                    "The project was %1$s on %2$s and has turned since; a sheet of that day does not correct it.",
                    "项目在 %2$s 处于 %1$s，其后状态已有变更；该日的表格不能更正。",
                    life.on(asOf).status(),
                    asOf);
        }
        life = turned;
        changes.add(ProjectChange.of(ProjectChange.Kind.STATUS_CHANGED, day, statement.reason())
                .with(List.of(ChangeDiff.status(before, life.now()))));
    }

    /** Whether the statement changes the status, or gives another reason for it. */
    private boolean turns() {
        var stated = statement.status();
        if (stated == null) {
            return false;
        }
        var known = life.on(asOf);
        return known.status() != stated
                || statement.details().reasonGiven() && !Objects.equals(known.reason(), statement.reason());
    }

    /** The day of a known suspension or withdrawal is not corrected by a sheet. */
    private void refuseOtherStatusDay() {
        var stated = statement.details().statusDay();
        var known = StatusDays.since(life.positions(), asOf);
        if (stated != null && known != null && !stated.covers(known)) {
            throw Problem.refused(
                    "statusDay",
                    "was %s, but the project is known to be %s since %s",
                    "给出的是 %1$s，而项目自 %3$s 起已处于 %2$s",
                    stated.day(),
                    life.on(asOf).status(),
                    known);
        }
    }

    /** Where life began without a stated entry, a sheet does not correct its first day. */
    private void birth() {
        var stated = statement.details().birth();
        if (stated != null
                && !statement.entries().containsKey(Stage.UNDER_NEGOTIATION)
                && !stated.covers(life.birth())) {
            throw Problem.refused(
                    "firstDay",
                    "was %s, but the project is known from %s on",
                    "给出的是 %s，而项目自 %s 起已有记录",
                    stated.day(),
                    life.birth());
        }
    }
}
