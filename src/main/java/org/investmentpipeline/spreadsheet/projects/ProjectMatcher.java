package org.investmentpipeline.spreadsheet.projects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.KnownProjects;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.jspecify.annotations.Nullable;

/**
 * Matches the rows of one import with registered projects: by code, or else by name and investor, both compared by their
 * {@link NameKey}; where several are alike, the same spelling decides. Two rows about one project are refused at the second row.
 */
final class ProjectMatcher {

    /** The first row of each code, or of each name and investor without a code. */
    private final Map<String, RowPlace> stated = new HashMap<>();

    /** The first row of each registered project; one row may have its code and another only its name. */
    private final Map<Long, RowPlace> matched = new HashMap<>();

    /**
     * The project of a row, null for a new one.
     *
     * @throws Problem when the row repeats another, when its code belongs to another name, or when several projects match
     */
    @Nullable
    Project match(RowPlace row, ProjectStatement statement, KnownProjects known) {
        var code = statement.code();
        var key = code == null ? key(statement.name()) + "\0" + key(statement.investor()) : code;
        refuseRepeated(statement, stated.putIfAbsent(key, row));
        var project = code == null ? byName(statement, known) : byCode(code, statement, known);
        if (project != null) {
            refuseRepeated(statement, matched.putIfAbsent(project.id(), row));
        }
        return project;
    }

    private static void refuseRepeated(ProjectStatement statement, @Nullable RowPlace before) {
        if (before != null) {
            throw Problem.refused(
                    statement.code() == null ? "name" : "code",
                    "row %s states the same project",
                    "第 %s 行已有同一项目",
                    before);
        }
    }

    private static @Nullable Project byCode(String code, ProjectStatement statement, KnownProjects known) {
        var project = known.coded(code);
        if (project == null) {
            return null;
        }
        if (!known.isAvailable(project)) {
            throw Problem.refused(List.of(Project.codeTaken(code)));
        }
        if (!key(project.name).equals(key(statement.name()))) {
            throw Problem.refused("name", "the code %s is of '%s'", "代码 %s 属于“%s”", code, project.name);
        }
        return project;
    }

    /** A row without an investor matches a project without one, or else the only project of its name. */
    private static @Nullable Project byName(ProjectStatement statement, KnownProjects known) {
        var ofName = known.named(statement.name());
        var ofBoth = ofName.stream()
                .filter(project -> key(known.investor(project)).equals(key(statement.investor())))
                .toList();
        var alike = ofBoth.isEmpty() && statement.investor() == null ? ofName : ofBoth;
        var ofSpelling = alike.stream()
                .filter(project -> project.name.equals(statement.name()))
                .toList();
        var candidates = ofSpelling.isEmpty() ? alike : ofSpelling;
        if (candidates.size() > 1) {
            throw Problem.refused(
                    "name",
                    "several projects have this name and investor (%s); give the code",
                    "有多个同名且投资方相同的项目（%s）；请给出代码",
                    String.join(
                            ", ",
                            candidates.stream().map(project -> project.code).toList()));
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    private static String key(@Nullable String name) {
        return name == null ? "" : NameKey.of(name);
    }
}
