package org.investmentpipeline.project.undo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.correction.StageChanges;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.FieldChange;

/** The history of an undo: the values that it takes back; pure. */
final class UndoneChanges {
    private UndoneChanges() {}

    /** The values of a project outside of its timeline. */
    record Plain(String code, String name, Description description) {
        static Plain of(Project project) {
            return new Plain(project.code, project.name, project.description());
        }

        /** These values as they were before some changes. */
        Plain before(List<ProjectChange> changes) {
            var plain = this;
            for (var change : changes) {
                for (var value : change.values) {
                    plain = plain.before(value);
                }
            }
            return plain;
        }

        private Plain before(FieldChange value) {
            return switch (value.field()) {
                case "code" -> new Plain(Objects.requireNonNullElse(value.before(), code), name, description);
                case "name" -> new Plain(code, Objects.requireNonNullElse(value.before(), name), description);
                case "nameEn" -> new Plain(code, name, new Description(value.before(), description.summary()));
                case "summary" -> new Plain(code, name, new Description(description.nameEn(), value.before()));
                default -> this;
            };
        }

        private Stream<FieldChange> changes(Plain after) {
            return Stream.concat(
                    Stream.of(new FieldChange("code", code, after.code), new FieldChange("name", name, after.name)),
                    after.description.changesFrom(description).stream());
        }
    }

    /** The deletion of a project that was registered at a moment. */
    static List<ProjectChange> deletion(Instant moment, String reason) {
        return marked(List.of(ProjectChange.of(ProjectChange.Kind.DELETED, null, reason)), moment);
    }

    /**
     * A correction from the known values to the former ones. Stages that come back have the moves that they had, so there are no new
     * moves.
     */
    static List<ProjectChange> correction(
            Instant moment, String reason, Plain known, Plain former, Timeline life, Timeline formerLife) {
        var now = life.now();
        var back = formerLife.now();
        var fields = Stream.of(Field.values())
                .map(field ->
                        new FieldChange(field.json(), ChangeDiff.text(field.of(now)), ChangeDiff.text(field.of(back))));
        var others = Stream.of(known.changes(former), Stream.of(ChangeDiff.status(now, back)), fields)
                .flatMap(Function.identity())
                .filter(change -> !Objects.equals(change.before(), change.after()));
        var correction = ProjectChange.of(ProjectChange.Kind.CORRECTED, null, reason)
                .with(Stream.concat(StageChanges.values(life, formerLife).stream(), others)
                        .toList());
        return marked(List.of(correction), moment);
    }

    private static List<ProjectChange> marked(List<ProjectChange> changes, Instant moment) {
        changes.forEach(change -> change.undoes = moment);
        return changes;
    }
}
