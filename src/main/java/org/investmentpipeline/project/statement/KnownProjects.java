package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.jspecify.annotations.Nullable;

/** The registered projects that have a code or a name of a batch of statements: locked, with their timelines. */
public final class KnownProjects {
    private final Map<String, Project> coded = new HashMap<>();
    private final Map<String, List<Project>> named = new HashMap<>();
    private final Set<Long> invisible = new HashSet<>();
    private final Set<Long> revivable;
    private final Set<Long> withoutOwnCode;
    private final Map<Long, RecordedTimeline> lives;
    private final Map<Long, String> investors;

    /**
     * @param sees whether a timeline is in the caller's zones
     * @param revivable the projects that were deleted in the caller's zones
     * @param withoutOwnCode the named projects whose code the service assigned
     */
    KnownProjects(
            Collection<Project> coded,
            Collection<Project> named,
            Map<Long, RecordedTimeline> lives,
            Map<Long, String> investors,
            Predicate<RecordedTimeline> sees,
            Set<Long> revivable,
            Set<Long> withoutOwnCode) {
        this.lives = lives;
        this.revivable = revivable;
        this.withoutOwnCode = withoutOwnCode;
        this.investors = investors;
        lives.values().stream()
                .filter(sees.negate())
                .map(RecordedTimeline::projectId)
                .forEach(invisible::add);
        coded.forEach(project -> this.coded.put(project.code, project));
        named.stream()
                .filter(this::isAvailable)
                .forEach(project -> this.named
                        .computeIfAbsent(NameKey.of(project.name), any -> new ArrayList<>())
                        .add(project));
    }

    /** The project of a code, also if it is not available. */
    public @Nullable Project coded(String code) {
        return coded.get(code);
    }

    /** The available projects of a name; names are compared by their {@link NameKey}. */
    public List<Project> named(String name) {
        return named.getOrDefault(NameKey.of(name), List.of());
    }

    /** Whether a project is neither deleted nor outside the caller's zones. */
    public boolean isAvailable(Project project) {
        return !project.isDeleted() && !invisible.contains(project.id());
    }

    /** Whether a project was deleted and may be registered again with its code. */
    public boolean isRevivable(Project project) {
        return revivable.contains(project.id());
    }

    /** Whether the code of a project found by its name is its own, not one that the service assigned. */
    public boolean hasOwnCode(Project project) {
        return !withoutOwnCode.contains(project.id());
    }

    /** Whether the present investor is the one of a day too, so that a statement of that day determines it. */
    public boolean determinesInvestor(Project project, LocalDate day) {
        var present = life(project).now().investor();
        return life(project).timeline().positions().stream()
                .filter(position -> position.to().isAfter(day))
                .allMatch(
                        position -> Objects.equals(present, position.standing().investor()));
    }

    /** The name of a project's present investor. */
    public @Nullable String investor(Project project) {
        var id = life(project).now().investor();
        return id == null ? null : investors.get(id);
    }

    RecordedTimeline life(Project project) {
        return Objects.requireNonNull(lives.get(project.id()), "the project is deleted");
    }
}
