package org.investmentpipeline.project.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * How far the caller reaches: the one place that limits lists and figures, single projects, and changes to the zones of a
 * limited user. To such a user a project that stands elsewhere does not exist.
 */
@ApplicationScoped
public class ZoneAccess {
    private final CurrentUser caller;
    private final Project.Repository projects;
    private final EntityManager entities;

    public ZoneAccess(CurrentUser caller, Project.Repository projects, EntityManager entities) {
        this.caller = caller;
        this.projects = projects;
        this.entities = entities;
    }

    /**
     * A filter as far as the caller reaches: asked for nothing else, of the caller's zones. Asked for another zone it is
     * refused, since a count of nothing would say that there is nothing.
     */
    public ProjectFilter within(ProjectFilter filter) {
        return caller.zones()
                .map(zones -> filter.with(Dimension.ZONE, within(zones, filter.asked(Dimension.ZONE))))
                .orElse(filter);
    }

    private List<String> within(Set<String> zones, List<String> asked) {
        if (zones.isEmpty()) {
            // To the filter, no zone is any zone.
            throw Problem.of(ProblemType.FORBIDDEN, "Your token gives you no zone that there is.", "您的令牌未给出任何现有片区。");
        }
        asked.stream().filter(zone -> !zones.contains(zone)).findFirst().ifPresent(zone -> {
            throw beyond(zone);
        });
        return asked.isEmpty() ? List.copyOf(new TreeSet<>(zones)) : asked;
    }

    /** A project that was not deleted and stands within reach. */
    public Project get(long id) {
        return seen(projects.get(id));
    }

    /** A project to be changed: locked until the transaction ends. */
    public Project lock(long id) {
        if (caller.zones().isPresent() && !caller.reaches(zone(id))) {
            // Nobody waits for, or keeps others from, a project beyond reach.
            throw Problem.notFound("project", id);
        }
        return seen(projects.lock(id));
    }

    private Project seen(Project project) {
        if (caller.zones().isPresent() && !caller.reaches(zone(project.id()))) {
            throw Problem.notFound("project", project.id());
        }
        return project;
    }

    /** The present zone of a project; null for one without a zone, that does not exist or that was deleted. */
    private @Nullable String zone(long project) {
        return entities.createQuery(
                        "select p.state.zone from RecordedPosition p where p.projectId = :project and p.supersededAt = :open"
                                + " and p.to = :end",
                        String.class)
                .setParameter("project", project)
                .setParameter("open", LedgerClock.OPEN)
                .setParameter("end", Position.OPEN)
                .getSingleResultOrNull();
    }

    /** Whether an investor is, or once was, one of a project while that stood within reach. */
    public boolean seesInvestor(long investor) {
        return caller.zones()
                .map(zones -> !zones.isEmpty() && isIn(investor, zones))
                .orElse(true);
    }

    private boolean isIn(long investor, Set<String> zones) {
        return !entities.createQuery(
                        "select p.id from RecordedPosition p where p.state.investor = :investor and p.state.zone in :zones",
                        Long.class)
                .setParameter("investor", investor)
                .setParameter("zones", zones)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether a life as it stands is within reach. */
    public boolean sees(RecordedTimeline life) {
        return caller.reaches(life.now().zone());
    }

    /** Whether a project is within reach by its present zone. */
    public boolean sees(Timeline life) {
        return caller.reaches(life.now().zone());
    }

    /** Refuses a change that touches what stands, stood or would stand beyond the caller's zones. */
    public void check(RecordedTimeline before, List<Position> after) {
        if (caller.zones().isEmpty()) {
            return;
        }
        var known = before.rows().stream().map(RecordedPosition::position).toList();
        Stream.concat(difference(known, after), difference(after, known))
                .map(position -> position.standing().zone())
                .filter(zone -> !caller.reaches(zone))
                .map(zone -> Objects.requireNonNullElse(zone, Catalogue.UNKNOWN))
                .findFirst()
                .ifPresent(zone -> {
                    throw beyond(zone);
                });
    }

    private static Stream<Position> difference(List<Position> some, List<Position> others) {
        var without = new HashSet<>(others);
        return some.stream().filter(position -> !without.contains(position));
    }

    private Problem beyond(String zone) {
        var zones = String.join(", ", new TreeSet<>(caller.zones().orElseThrow()));
        return Problem.of(
                ProblemType.FORBIDDEN,
                List.of(Violation.of("zone", "%s is beyond your zones: %s", "%s 不在您的片区之内：%s", zone, zones)));
    }
}
