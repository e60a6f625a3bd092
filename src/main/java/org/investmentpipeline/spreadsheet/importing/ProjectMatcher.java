package org.investmentpipeline.spreadsheet.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.jspecify.annotations.Nullable;

/** The registered projects that rows of a ledger may mean. */
record ProjectMatcher(
        Map<String, Project> coded,
        Map<String, List<Project>> named,
        Set<String> beyond,
        Map<Long, RecordedTimeline> lives,
        Map<Long, String> investors) {

    static ProjectMatcher of(
            List<Project> coded,
            List<Project> named,
            Map<Long, RecordedTimeline> lives,
            Map<Long, String> investors,
            Predicate<RecordedTimeline> seen) {
        var byCode = new HashMap<String, Project>();
        coded.forEach(project -> byCode.put(project.code, project));
        var byName = new HashMap<String, List<Project>>();
        named.stream()
                .filter(project -> seen.test(Objects.requireNonNull(lives.get(project.id()))))
                .forEach(project -> byName.computeIfAbsent(project.name, any -> new ArrayList<>())
                        .add(project));
        var beyond = coded.stream()
                .filter(project -> !project.isDeleted() && !seen.test(Objects.requireNonNull(lives.get(project.id()))))
                .map(project -> project.code)
                .collect(Collectors.toSet());
        return new ProjectMatcher(byCode, byName, beyond, lives, investors);
    }

    static List<Long> investorIds(Collection<RecordedTimeline> lives) {
        return lives.stream()
                .map(life -> life.now().investor())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    RecordedTimeline life(Project project) {
        return Objects.requireNonNull(lives.get(project.id()), "a project that was not deleted has a life");
    }

    /** The project a row means: by its code, or else by name and, where it states one, investor; null when it is new. */
    @Nullable
    Project meant(ImportRow statement) {
        var code = statement.code();
        return code == null ? byName(statement) : byCode(code, statement);
    }

    private @Nullable Project byCode(String code, ImportRow statement) {
        var project = coded.get(code);
        if (project == null) {
            return null;
        }
        if (beyond.contains(code) || project.isDeleted()) {
            throw Problem.refused(List.of(Project.codeTaken(code)));
        }
        if (!project.name.equals(statement.name())) {
            throw Problem.refused("name", "the code %s is of '%s'", "代码 %s 属于“%s”", code, project.name);
        }
        return project;
    }

    /** A row without an investor means a project without one, or else the one project of its name. */
    private @Nullable Project byName(ImportRow statement) {
        var ofName = named.getOrDefault(Objects.requireNonNull(statement.name()), List.of());
        var ofBoth = ofName.stream()
                .filter(project -> Objects.equals(investor(project), statement.investor()))
                .toList();
        var candidates = ofBoth.isEmpty() && statement.investor() == null ? ofName : ofBoth;
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

    private @Nullable String investor(Project project) {
        var id = life(project).now().investor();
        return id == null ? null : investors.get(id);
    }
}
