package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.investmentpipeline.catalogue.CodeSequence;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.ledger.Project;

/** The codes of new projects: stated ones are checked to be free, others are assigned. */
@ApplicationScoped
class ProjectCodes {
    private final Project.Repository projects;
    private final CodeSequence sequence;
    private final Clock clock;

    ProjectCodes(Project.Repository projects, CodeSequence sequence, Clock clock) {
        this.projects = projects;
        this.sequence = sequence;
        this.clock = clock;
    }

    /** Assigns a code to each new project without one. */
    void assign(List<Project> fresh) {
        var stated = fresh.stream()
                .map(project -> project.code)
                .filter(code -> !code.isEmpty())
                .toList();
        var duplicates = projects.taken(stated);
        var seen = new HashSet<String>();
        stated.stream().filter(code -> !seen.add(code)).forEach(duplicates::add);
        if (!duplicates.isEmpty()) {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    duplicates.stream().sorted().map(Project::codeTaken).toList());
        }
        var uncoded = fresh.stream().filter(project -> project.code.isEmpty()).toList();
        var free = freeCodes(uncoded.size(), seen);
        uncoded.forEach(project -> project.identify(free.remove(), project.name));
    }

    /** Codes as {@code 2023-0001}, by the year of registration, without those that were given by hand. */
    private Deque<String> freeCodes(int count, Set<String> stated) {
        var year = LocalDate.now(clock).getYear();
        var free = new ArrayDeque<String>();
        while (free.size() < count) {
            var wanted = count - free.size();
            var first = sequence.take(year, wanted);
            var candidates = IntStream.range(first, first + wanted)
                    .mapToObj(number -> String.format(Locale.ROOT, "%04d-%04d", year, number))
                    .toList();
            var taken = projects.taken(candidates);
            candidates.stream()
                    .filter(code -> !taken.contains(code) && !stated.contains(code))
                    .forEach(free::add);
        }
        return free;
    }
}
