package org.investmentpipeline.project.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** The differences that a change makes, for the history. */
public final class ChangeDiff {
    private ChangeDiff() {}

    /** The registration itself, and a move for each stage entered or taken over after the first. */
    public static List<ProjectChange> registration(Project project, Timeline life) {
        var values = new ArrayList<FieldChange>();
        Stream.of(
                        new FieldChange("code", null, project.code.isEmpty() ? null : project.code),
                        new FieldChange("name", null, project.name))
                .filter(value -> value.after() != null)
                .forEach(values::add);
        values.addAll(project.description().changesFrom(Description.NONE));
        values.add(new FieldChange("stage", null, life.entries().get(0).stage().name()));
        for (var field : Field.values()) {
            var value = field.of(life.now());
            if (value != null) {
                values.add(new FieldChange(field.json(), null, text(value)));
            }
        }
        var changes = new ArrayList<ProjectChange>();
        changes.add(ProjectChange.of(ProjectChange.Kind.REGISTERED, life.birth(), null)
                .with(values));
        changes.addAll(moves(life.entries().get(0).stage(), life, null));
        return changes;
    }

    /** A move for each stage that the later life has beyond the earlier one; the first carries what rode along. */
    static List<ProjectChange> moves(
            Timeline before, Timeline after, Map<Field, @Nullable Object> riding, @Nullable String note) {
        var changes = moves(before.latest().stage(), after, note);
        var values = new ArrayList<>(changes.get(0).values);
        var now = before.now();
        riding.forEach((field, value) -> {
            if (!Objects.equals(field.of(now), value)) {
                values.add(new FieldChange(field.json(), text(field.of(now)), text(value)));
            }
        });
        changes.get(0).with(values);
        return changes;
    }

    private static List<ProjectChange> moves(Stage from, Timeline after, @Nullable String note) {
        var changes = new ArrayList<ProjectChange>();
        var stage = from;
        for (var entry : after.entries()) {
            if (stage.isBefore(entry.stage())) {
                changes.add(ProjectChange.ofStage(ProjectChange.Kind.MOVED, entry.stage(), entry.on(), note)
                        .with(List.of(stage(stage, entry.stage()))));
                stage = entry.stage();
            }
        }
        return changes;
    }

    /** The fields that differ on a day, among those named. */
    public static List<FieldChange> between(Timeline before, Timeline after, LocalDate day, Collection<Field> fields) {
        if (before.positions().equals(after.positions())) {
            return List.of();
        }
        var one = before.on(day);
        var other = after.on(day);
        return fields.stream()
                .filter(field -> !Objects.equals(field.of(one), field.of(other)))
                .map(field -> new FieldChange(field.json(), text(field.of(one)), text(field.of(other))))
                .toList();
    }

    public static FieldChange stage(Stage before, Stage after) {
        return new FieldChange("stage", before.name(), after.name());
    }

    public static FieldChange status(ProjectState before, ProjectState after) {
        return new FieldChange("status", before.status().name(), after.status().name());
    }

    public static @Nullable String text(@Nullable Object value) {
        if (value instanceof Investment investment) {
            return investment.amount().toPlainString() + " " + investment.currency();
        }
        if (value instanceof BigDecimal number) {
            return Money.plain(number).toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
