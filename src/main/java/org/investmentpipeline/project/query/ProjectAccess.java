package org.investmentpipeline.project.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.security.ZoneAccess;
import org.jspecify.annotations.Nullable;

/**
 * The access of the current user to projects, by zone: filters are narrowed, projects of other zones do not exist, and changes that
 * touch other zones are refused.
 */
@ApplicationScoped
public class ProjectAccess {
    private final ZoneAccess zones;
    private final Project.Repository projects;
    private final EntityManager entities;

    public ProjectAccess(ZoneAccess zones, Project.Repository projects, EntityManager entities) {
        this.zones = zones;
        this.projects = projects;
        this.entities = entities;
    }

    /** A filter limited to the zones of the user. A filter by another zone is refused, since an empty answer would be wrong. */
    public Filter narrow(Filter filter) {
        return filter.with(ProjectDimensions.ZONE, zones.narrow(filter.asked(ProjectDimensions.ZONE)));
    }

    /** A project that was not deleted and is in the zones of the user; 404 for any other. */
    public Project get(long id) {
        return seen(projects.get(id));
    }

    /** A project to be changed, locked until the transaction ends. */
    public Project lock(long id) {
        if (zones.isLimited() && !zones.includes(zone(id))) {
            // A user does not wait for a project of another zone, and does not make others wait for it.
            throw Problem.notFound(Project.NOUN, id);
        }
        return seen(projects.lock(id));
    }

    /** Those of some projects that were not deleted and are in the zones of the user, locked until the transaction ends. */
    public List<Project> lock(Collection<Long> ids) {
        var locked = projects.lockAll(within(ids));
        var still = within(locked.stream().map(Project::id).toList());
        return locked.stream().filter(project -> still.contains(project.id())).toList();
    }

    /** Those of some ids that are of projects in the zones of the user; all of them for a user without a limit. */
    private Set<Long> within(Collection<Long> ids) {
        if (!zones.isLimited()) {
            return new TreeSet<>(ids);
        }
        var within = new TreeSet<Long>();
        for (var some : LedgerWriter.batches(List.copyOf(ids))) {
            within.addAll(entities.createQuery(
                            "select p.projectId from RecordedPosition p where p.projectId in :projects"
                                    + " and p.supersededAt = :open and p.to = :end and p.state.zone in :zones",
                            Long.class)
                    .setParameter("projects", some)
                    .setParameter("open", LedgerClock.OPEN)
                    .setParameter("end", Position.OPEN)
                    .setParameter("zones", zones.limit().orElseThrow())
                    .getResultList());
        }
        return within;
    }

    private Project seen(Project project) {
        if (zones.isLimited() && !zones.includes(zone(project.id()))) {
            throw Problem.notFound(Project.NOUN, project.id());
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

    /** Whether an investor is, or once was, the investor of a project in the zones of the user at that time. */
    public boolean seesInvestor(long investor) {
        return zones.limit()
                .map(limit -> !limit.isEmpty() && isIn(investor, limit))
                .orElse(true);
    }

    private boolean isIn(long investor, Set<String> limit) {
        return !entities.createQuery(
                        "select p.id from RecordedPosition p where p.state.investor = :investor and p.state.zone in :zones",
                        Long.class)
                .setParameter("investor", investor)
                .setParameter("zones", limit)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether the present zone of a project is one of the user's. */
    public boolean sees(RecordedTimeline timeline) {
        return zones.includes(timeline.now().zone());
    }

    /** Whether the present zone of a project is one of the user's. */
    public boolean sees(Timeline timeline) {
        return zones.includes(timeline.now().zone());
    }

    /** Those of some projects that were deleted in one of the user's zones: their codes may be given again, and their rows revived. */
    public Set<Long> revivable(Collection<Project> projects) {
        var deleted =
                projects.stream().filter(Project::isDeleted).map(Project::id).collect(Collectors.toSet());
        if (zones.isLimited()) {
            var former = formerZones(deleted);
            deleted.removeIf(id -> !zones.includes(former.get(id)));
        }
        return deleted;
    }

    /** The zones of deleted projects when they were deleted. */
    private Map<Long, @Nullable String> formerZones(Collection<Long> deleted) {
        var former = new HashMap<Long, @Nullable String>();
        for (var some : LedgerWriter.batches(List.copyOf(deleted))) {
            entities.createQuery(
                            "select p.projectId, p.state.zone from RecordedPosition p where p.projectId in :projects"
                                    + " and p.to = :end order by p.supersededAt",
                            Object[].class)
                    .setParameter("projects", some)
                    .setParameter("end", Position.OPEN)
                    .getResultList()
                    .forEach(row -> former.put((Long) row[0], (String) row[1]));
        }
        return former;
    }

    /** Refuses a change of positions, old or new, in other zones than the user's. */
    public void check(RecordedTimeline before, List<Position> after) {
        if (!zones.isLimited()) {
            return;
        }
        var known = before.rows().stream().map(RecordedPosition::position).toList();
        zones.check(Stream.concat(difference(known, after), difference(after, known))
                .map(position -> position.standing().zone())
                .toList());
    }

    private static Stream<Position> difference(List<Position> some, List<Position> others) {
        var without = new HashSet<>(others);
        return some.stream().filter(position -> !without.contains(position));
    }
}
