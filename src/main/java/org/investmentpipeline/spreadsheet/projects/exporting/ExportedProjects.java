package org.investmentpipeline.spreadsheet.projects.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.query.Filter;

/**
 * Reads projects for an export, each step in a short transaction of its own. The moment of knowledge is fixed, so that all steps see the
 * same ledger.
 */
@ApplicationScoped
public class ExportedProjects {
    private final EntityManager entities;
    private final StatelessSession session;
    private final ProjectConditions conditions;
    private final Investor.Repository investors;

    ExportedProjects(
            EntityManager entities,
            StatelessSession session,
            ProjectConditions conditions,
            Investor.Repository investors) {
        this.entities = entities;
        this.session = session;
        this.conditions = conditions;
        this.investors = investors;
    }

    /** The ids of the projects that a filter selects, in their order. */
    @Transactional
    List<Long> ids(Filter filter, TimeSlice.Stock slice) {
        var condition = conditions.build(filter, slice);
        var hql = "select p.projectId from RecordedPosition p join Project j on j.id = p.projectId where "
                + condition.where() + " order by p.projectId";
        return condition
                .applyTo(entities.unwrap(Session.class).createSelectionQuery(hql, Long.class))
                .getResultList();
    }

    /** Some projects as they stand on the day of a slice, in the order of their ids. */
    @Transactional
    List<ExportedProject> read(List<Long> ids, TimeSlice.Stock slice) {
        var projects = session
                .createSelectionQuery("from Project j where j.id in :ids", Project.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Project::id, project -> project));
        var positions = positions(ids, slice);
        var names = investors.names(positions.values().stream()
                .flatMap(List::stream)
                .map(position -> position.standing().investor())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return ids.stream()
                .filter(positions::containsKey)
                .map(id -> new ExportedProject(
                        Objects.requireNonNull(projects.get(id)), Objects.requireNonNull(positions.get(id)), names))
                .toList();
    }

    private Map<Long, List<Position>> positions(List<Long> ids, TimeSlice.Stock slice) {
        var found = new HashMap<Long, List<Position>>();
        session.createSelectionQuery(
                        "from RecordedPosition p where p.projectId in :ids and p.from <= :asOf and "
                                + LedgerRow.known("p", ":knownAt") + " order by p.projectId, p.from, p.ordinal",
                        RecordedPosition.class)
                .setParameter("ids", ids)
                .setParameter("asOf", slice.asOf())
                .setParameter("knownAt", slice.knownAt())
                .getResultList()
                .forEach(row -> found.computeIfAbsent(row.projectId(), any -> new ArrayList<>())
                        .add(row.position()));
        return found;
    }
}
