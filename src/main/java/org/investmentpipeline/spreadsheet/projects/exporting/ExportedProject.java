package org.investmentpipeline.spreadsheet.projects.exporting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.StatusDays;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A project as a row of a sheet states it.
 *
 * @param positions those that begin up to the day of the sheet, in order
 * @param investors the names of investors by id
 */
public record ExportedProject(Project project, List<Position> positions, Map<Long, String> investors) {

    ProjectState state() {
        return position().standing();
    }

    /** The name of the investor on the day of the sheet. */
    @Nullable
    String investor() {
        var id = state().investor();
        return id == null ? null : investors.get(id);
    }

    /** The last position. */
    Position position() {
        return positions.get(positions.size() - 1);
    }

    /** The project at each of its positions, the first of them first. */
    Stream<ExportedProject> history() {
        return IntStream.rangeClosed(1, positions.size())
                .mapToObj(end -> new ExportedProject(project, positions.subList(0, end), investors));
    }

    /** The first day of life. */
    LocalDate birth() {
        return positions.get(0).from();
    }

    /** The days on which stages were entered, as they were stated. */
    Map<Stage, StatedDay> entries() {
        var entries = new EnumMap<Stage, StatedDay>(Stage.class);
        for (var position : positions) {
            var precision = position.entry();
            if (precision != null) {
                entries.put(position.standing().stage(), new StatedDay(position.from(), precision));
            }
        }
        return entries;
    }

    /** The day of a suspension or withdrawal; null for an active project, whose former suspensions one row cannot state. */
    @Nullable
    LocalDate statusDay() {
        return StatusDays.since(positions, position().from());
    }
}
