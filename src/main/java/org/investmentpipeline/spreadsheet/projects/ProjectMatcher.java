package org.investmentpipeline.spreadsheet.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.KnownProjects;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementCommand.Match;
import org.investmentpipeline.spreadsheet.reading.RowPlace;

/**
 * Matches the rows of one import with registered projects.
 *
 * <ul>
 *   <li>A known code is the project. Another name is a new name, unless the investor differs too, or the name is another project's.
 *   <li>An unknown code is given to the only project of its name and investor that has no code of its own.
 *   <li>Without a code, name and investor decide.
 * </ul>
 *
 * <p>Two rows about one project are refused: at the second row, or at both when they are not alike in having a code or not
 * ({@link RowContradictions}).
 */
final class ProjectMatcher {
    private final LocalDate asOf;
    private final boolean acceptsRenames;
    private final List<StatedRow> rows = new ArrayList<>();

    /** The first row of each code, or of each name and investor without a code. */
    private final Map<String, StatedRow> stated = new HashMap<>();

    /** The first row of each registered project; one row may have its code and another only its name. */
    private final Map<Long, StatedRow> matched = new HashMap<>();

    private final Set<String> names = new HashSet<>();
    private final RowContradictions contradictions = new RowContradictions();

    /** @param acceptsRenames whether a known code may have another name even where that looks like another project */
    ProjectMatcher(LocalDate asOf, boolean acceptsRenames) {
        this.asOf = asOf;
        this.acceptsRenames = acceptsRenames;
    }

    /**
     * The project of a row.
     *
     * @throws Problem when the row repeats another, when its code seems to be of another project, or when several projects match
     */
    Match match(RowPlace place, ProjectStatement statement, KnownProjects known) {
        var row = new StatedRow(rows.size(), place, statement);
        rows.add(row);
        var code = statement.code();
        var key = code == null ? row.stated.name() + "\0" + row.stated.investor() : "\0" + code;
        var before = stated.putIfAbsent(key, row);
        if (before != null) {
            throw before.repeatedBy(row);
        }
        var match = code == null ? byName(row, known) : byCode(code, row, known);
        identify(row, match, known);
        var isKnownName =
                !names.add(row.stated.name()) || !known.named(statement.name()).isEmpty();
        return match.project() == null && isKnownName ? match.resembling() : match;
    }

    private void identify(StatedRow row, Match match, KnownProjects known) {
        var project = match.project();
        if (project == null) {
            row.after = row.stated;
            return;
        }
        row.project = project.id();
        row.takesCode = match.takesCode();
        var before = matched.putIfAbsent(project.id(), row);
        if (before != null) {
            if (before.isCoded() != row.isCoded() || before.takesCode || row.takesCode) {
                contradictions.withdraw(before, row.repeatedBy(before));
            }
            throw before.repeatedBy(row);
        }
        row.after = after(row, match, NamedProject.of(project, known), known);
    }

    private NamedProject after(StatedRow row, Match match, NamedProject before, KnownProjects known) {
        var project = match.project();
        var isDetermined =
                project != null && row.statement.investor() != null && known.determinesInvestor(project, asOf);
        var named = match.takesName() ? before.renamed(row.statement.name()) : before;
        return (isDetermined ? named.withInvestor(row.stated.investor()) : named)
                .withOwnCode(before.ownCode() || match.takesCode());
    }

    /** The matched rows that the rest of the file contradicts, with the reason; called after the last row. */
    Map<StatedRow, Problem> contradictions() {
        return contradictions.of(rows, matched);
    }

    /** The registered projects that a row is about, refused or not. */
    Set<Long> projects() {
        return rows.stream()
                .flatMap(row ->
                        row.project == null && row.meant != null ? row.meant.stream() : Stream.ofNullable(row.project))
                .collect(Collectors.toSet());
    }

    private Match byCode(String code, StatedRow row, KnownProjects known) {
        var project = known.coded(code);
        if (project == null) {
            return byUnknownCode(row, known);
        }
        if (known.isRevivable(project)) {
            return Match.NEW;
        }
        if (!known.isAvailable(project)) {
            throw Problem.refused(List.of(Project.codeTaken(code)));
        }
        if (NamedProject.key(project.name).equals(row.stated.name())) {
            return new Match(project, false, false);
        }
        row.project = project.id();
        refuseAnotherProject(project, row, known);
        return new Match(project, false, true);
    }

    private void refuseAnotherProject(Project project, StatedRow row, KnownProjects known) {
        var others = named(row, known).keySet().stream()
                .filter(id -> id != project.id())
                .collect(Collectors.toSet());
        if (acceptsRenames) {
            return;
        }
        if (row.differsFrom(known.investor(project))) {
            throw Problem.refused(
                    "name",
                    "the code %1$s is of '%2$s', and the investor differs too; import with renames=accept if it is the same project",
                    "代码 %1$s 属于“%2$s”，且投资方也不同；如确为同一项目，请使用 renames=accept",
                    project.code,
                    project.name);
        }
        if (!others.isEmpty()) {
            row.others = others;
            throw Problem.refused(
                    "name",
                    "the code %1$s is of '%2$s', and another project has this name; import with renames=accept if it is right",
                    "代码 %1$s 属于“%2$s”，且另有项目使用此名称；如确认无误，请使用 renames=accept",
                    project.code,
                    project.name);
        }
    }

    private Match byUnknownCode(StatedRow row, KnownProjects known) {
        row.meant = row.stated.given(named(row, known));
        refuseSeveral(
                row,
                row.meant,
                known,
                "several projects without a code of their own have this name and investor (%s); give the code to the right one first",
                "有多个没有自己代码的同名且投资方相同的项目（%s）；请先为对应的项目指定代码");
        return row.meant.isEmpty() ? Match.NEW : new Match(only(row, row.meant, known), true, false);
    }

    /** A row without an investor matches a project without one, or else the only project of its name. */
    private Match byName(StatedRow row, KnownProjects known) {
        row.meant = row.stated.meant(named(row, known));
        refuseSeveral(
                row,
                row.meant,
                known,
                "several projects have this name and investor (%s); give the code",
                "有多个同名且投资方相同的项目（%s）；请给出代码");
        return row.meant.isEmpty() ? Match.NEW : new Match(only(row, row.meant, known), false, false);
    }

    private static void refuseSeveral(
            StatedRow row, Set<Long> meant, KnownProjects known, String english, String chinese) {
        if (meant.size() > 1) {
            throw Problem.refused(
                    "name",
                    english,
                    chinese,
                    projects(row, meant, known).map(project -> project.code).collect(Collectors.joining(", ")));
        }
    }

    private static Project only(StatedRow row, Set<Long> meant, KnownProjects known) {
        return projects(row, meant, known).findFirst().orElseThrow();
    }

    private static Stream<Project> projects(StatedRow row, Set<Long> ids, KnownProjects known) {
        return known.named(row.statement.name()).stream().filter(project -> ids.contains(project.id()));
    }

    private Map<Long, NamedProject> named(StatedRow row, KnownProjects known) {
        var named = known.named(row.statement.name()).stream()
                .collect(Collectors.toMap(Project::id, project -> NamedProject.of(project, known)));
        contradictions.know(named);
        return named;
    }
}
