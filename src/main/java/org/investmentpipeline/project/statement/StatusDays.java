package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** The day from which a project has its status; pure. */
public final class StatusDays {
    private StatusDays() {}

    /**
     * The day from which status and reason are those of a day; null for an active project, whose former suspensions do not matter.
     *
     * @param positions in their order, the first not after the day
     */
    public static @Nullable LocalDate since(List<Position> positions, LocalDate day) {
        @Nullable Position first = null;
        for (var position : positions) {
            if (position.from().isAfter(day)) {
                break;
            }
            first = first != null && isSame(first.standing(), position.standing()) ? first : position;
        }
        return first == null || first.standing().status() == Status.ACTIVE ? null : first.from();
    }

    private static boolean isSame(ProjectState one, ProjectState other) {
        return one.status() == other.status() && Objects.equals(one.reason(), other.reason());
    }
}
