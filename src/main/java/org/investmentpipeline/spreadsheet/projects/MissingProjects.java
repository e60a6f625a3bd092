package org.investmentpipeline.spreadsheet.projects;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.project.view.ActiveProjects;
import org.investmentpipeline.spreadsheet.importing.ImportReport;

/**
 * The projects that a sheet should have.
 *
 * @param expected the active projects of the filter for which the sheet is complete
 */
record MissingProjects(ActiveProjects.Found expected) {
    private static final int MOST = 1000;

    /**
     * Those without a row.
     *
     * @param stated the projects that rows are about
     * @param refused the names in rows that could not be read
     */
    ImportReport.Missing without(Set<Long> stated, Set<String> refused) {
        var named = refused.stream().map(NameKey::of).collect(Collectors.toSet());
        var missing = expected.projects().stream()
                .filter(project -> !stated.contains(project.id()) && !named.contains(NameKey.of(project.name())))
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
