package org.investmentpipeline.project.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** The differences between two knowledges of a project's stages, for the history; pure. */
public final class StageChanges {
    private StageChanges() {}

    /**
     * A correction with every day before and after, and a move for each stage that was not moved to before, so that each later
     * stage has a move that can be reversed.
     */
    static List<ProjectChange> correction(Timeline life, Timeline revised, @Nullable String reason) {
        var differing = differing(life, revised);
        var correction = ProjectChange.of(ProjectChange.Kind.CORRECTED, null, reason);
        if (differing.size() == 1) {
            correction.stage = differing.get(0);
            correction.effectiveOn = day(correction.stage, revised, life);
        }
        var changes = new ArrayList<ProjectChange>();
        changes.add(correction.with(values(life, revised)));
        changes.addAll(moves(life, revised, reason));
        return changes;
    }

    /** A reversal of all stages that the later knowledge has no more; it names the latest of them. */
    public static ProjectChange reversal(Timeline life, Timeline back) {
        var gone = differing(life, back).stream()
                .filter(stage -> !entries(back).containsKey(stage))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return ProjectChange.ofStage(ProjectChange.Kind.REVERSED, gone, day(gone, back, life), null)
                .with(values(life, back));
    }

    private static List<Stage> differing(Timeline life, Timeline revised) {
        var before = entries(life);
        var after = entries(revised);
        return Stream.of(Stage.values())
                .filter(stage -> !Objects.equals(before.get(stage), after.get(stage)))
                .toList();
    }

    /** The days of stages, and the latest stage, that differ. */
    public static List<FieldChange> values(Timeline life, Timeline revised) {
        var before = entries(life);
        var after = entries(revised);
        var values = new ArrayList<FieldChange>();
        differing(life, revised)
                .forEach(stage -> values.add(
                        new FieldChange("stages." + stage, text(before.get(stage)), text(after.get(stage)))));
        if (life.latest().stage() != revised.latest().stage()) {
            values.add(ChangeDiff.stage(life.latest().stage(), revised.latest().stage()));
        }
        return values;
    }

    private static List<ProjectChange> moves(Timeline life, Timeline revised, @Nullable String reason) {
        var known = life.entries().stream().skip(1).map(Entered::stage).toList();
        var moves = new ArrayList<ProjectChange>();
        var entries = revised.entries();
        for (var i = 1; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!known.contains(entry.stage())) {
                moves.add(ProjectChange.ofStage(ProjectChange.Kind.MOVED, entry.stage(), entry.on(), reason)
                        .with(List.of(ChangeDiff.stage(entries.get(i - 1).stage(), entry.stage()))));
            }
        }
        return moves;
    }

    private static LocalDate day(Stage stage, Timeline one, Timeline other) {
        var entry = entries(one).get(stage);
        return (entry == null ? Objects.requireNonNull(entries(other).get(stage)) : entry).on();
    }

    private static Map<Stage, Entered> entries(Timeline life) {
        var entries = new EnumMap<Stage, Entered>(Stage.class);
        life.entries().forEach(entry -> entries.put(entry.stage(), entry));
        return entries;
    }

    /** The day as stated; a stage taken over says so. */
    private static @Nullable String text(@Nullable Entered entry) {
        if (entry == null) {
            return null;
        }
        return entry.stated() == null ? "takenOver " + entry.on() : new StatedDay(entry.on(), entry.stated()).text();
    }
}
