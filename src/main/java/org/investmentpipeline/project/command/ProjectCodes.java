package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.investmentpipeline.catalogue.CodeSequence;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.query.ProjectAccess;

/**
 * The codes of new projects: stated ones are checked to be free, others are assigned. The code of a deleted project may be given
 * again: the new project takes over its row, so that one code is one row for ever.
 */
@ApplicationScoped
class ProjectCodes {
    private final Project.Repository projects;
    private final CodeSequence sequence;
    private final ProjectAccess reach;
    private final Clock clock;

    ProjectCodes(Project.Repository projects, CodeSequence sequence, ProjectAccess reach, Clock clock) {
        this.projects = projects;
        this.sequence = sequence;
        this.reach = reach;
        this.clock = clock;
    }

    /** Assigns a code to each new project without one; those with the code of a deleted project are in its row. */
    List<NewProject> assign(List<NewProject> fresh) {
        var stated = fresh.stream()
                .map(each -> each.project().code)
                .filter(code -> !code.isEmpty())
                .toList();
        var duplicates = projects.taken(stated);
        var deleted = revivable(duplicates);
        duplicates.removeAll(deleted.keySet());
        var seen = new HashSet<String>();
        stated.stream().filter(code -> !seen.add(code)).forEach(duplicates::add);
        if (!duplicates.isEmpty()) {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    duplicates.stream().sorted().map(Project::codeTaken).toList());
        }
        var uncoded = fresh.stream()
                .map(NewProject::project)
                .filter(project -> project.code.isEmpty())
                .toList();
        var free = freeCodes(uncoded.size(), seen);
        uncoded.forEach(project -> project.identify(free.remove(), project.name));
        return fresh.stream().map(each -> placed(each, deleted)).toList();
    }

    private static NewProject placed(NewProject fresh, Map<String, Project> deleted) {
        var row = deleted.get(fresh.project().code);
        return row == null ? fresh : fresh.reviving(row);
    }

    private Map<String, Project> revivable(Set<String> taken) {
        if (taken.isEmpty()) {
            return Map.of();
        }
        var known = projects.lockCoded(taken);
        var revivable = reach.revivable(known);
        return known.stream()
                .filter(project -> revivable.contains(project.id()))
                .collect(Collectors.toMap(project -> project.code, Function.identity()));
    }

    /** Codes as {@code 2023-0001}, by the year of registration, without those that were given by hand. */
    private Deque<String> freeCodes(int count, Set<String> stated) {
        var year = LocalDate.now(clock).getYear();
        var free = new ArrayDeque<String>();
        while (free.size() < count) {
            var wanted = count - free.size();
            var first = sequence.take(year, wanted);
            var candidates = IntStream.range(first, first + wanted)
                    .mapToObj(number -> AssignedCodes.of(year, number))
                    .toList();
            var taken = projects.taken(candidates);
            candidates.stream()
                    .filter(code -> !taken.contains(code) && !stated.contains(code))
                    .forEach(free::add);
        }
        return free;
    }
}
