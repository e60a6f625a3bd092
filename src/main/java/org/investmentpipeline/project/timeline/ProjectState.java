package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands: everything the ledger knows of it for a span of days.
 *
 * @param since the day the stage was entered; null when it was taken over without a stated day
 * @param reason why the status is what it is; null while active
 * @param agreement null below SIGNED
 * @param investor the id of the investor
 */
public record ProjectState(
        Stage stage,
        @Nullable LocalDate since,
        Status status,
        @Nullable String reason,
        @Nullable Investment investment,
        @Nullable String sector,
        @Nullable String zone,
        @Nullable String department,
        @Nullable Origin origin,
        @Nullable Agreement agreement,
        boolean key,
        @Nullable Long investor,
        @Nullable String leader,
        @Nullable String officer) {

    /** Puts a standing together from its stage and status and the values of its fields. */
    static ProjectState of(
            Stage stage,
            @Nullable LocalDate since,
            Status status,
            @Nullable String reason,
            Map<Field, @Nullable Object> values) {
        return new ProjectState(
                stage,
                since,
                status,
                reason,
                (Investment) values.get(Field.INVESTMENT),
                (String) values.get(Field.SECTOR),
                (String) values.get(Field.ZONE),
                (String) values.get(Field.DEPARTMENT),
                (Origin) values.get(Field.ORIGIN),
                stage.isBefore(Stage.SIGNED) ? null : (Agreement) values.get(Field.AGREEMENT),
                Boolean.TRUE.equals(values.get(Field.KEY)),
                (Long) values.get(Field.INVESTOR),
                (String) values.get(Field.LEADER),
                (String) values.get(Field.OFFICER));
    }

    /** What a stage requires and this standing lacks, by the names of the fields. */
    public List<String> missingFor(Stage target) {
        if (target.isBefore(Stage.SIGNED)) {
            return List.of();
        }
        return Stream.of(Field.AGREEMENT, Field.INVESTMENT)
                .filter(field -> field.of(this) == null)
                .map(Field::json)
                .toList();
    }

    /** What the next stage still requires; of the last stage, what it lacks itself. */
    public List<String> missing() {
        var next = stage.next();
        return missingFor(next == null ? stage : next);
    }
}
