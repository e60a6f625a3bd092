package org.investmentpipeline.spreadsheet.projects;

import java.util.List;
import java.util.Set;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.project.view.ActiveProjects;
import org.investmentpipeline.spreadsheet.importing.ImportReport;

/**
 * The projects that a sheet should have.
 *
 * @param expected the active projects of the filter for which the sheet is complete
 */
record MissingProjects(ActiveProjects.Found expected) {
    private static final int MOST = 1000;

    /** Those without a row. */
    ImportReport.Missing without(Set<Long> stated) {
        var missing = expected.projects().stream()
                .filter(project -> !stated.contains(project.id()))
                .toList();
        return new ImportReport.Missing(
                missing.size(),
                new Links(expected.filter(), expected.slice(), Breakdown.of(List.of())).all(),
                missing.stream()
                        .limit(MOST)
                        .map(project -> new ImportReport.MissingProject(project.id(), project.code(), project.name()))
                        .toList());
    }
}
