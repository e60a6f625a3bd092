package org.investmentpipeline.project.undo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;

/** Reads the projects and changes that an undo is about. */
@ApplicationScoped
class UndoReader {
    private final StatelessSession session;
    private final EntityManager entities;
    private final Project.Repository projects;

    UndoReader(StatelessSession session, EntityManager entities, Project.Repository projects) {
        this.session = session;
        this.entities = entities;
        this.projects = projects;
    }

    /** The projects that a moment changed, in the order of their ids. */
    List<Long> changed(Instant moment) {
        return session.createSelectionQuery(
                        "select distinct c.projectId from ProjectChange c where c.recordedAt = :moment order by c.projectId",
                        Long.class)
                .setParameter("moment", moment)
                .getResultList();
    }

    /** The amendments of a moment, by project. */
    Map<Long, List<ProjectChange>> descriptions(List<Long> ids, Instant moment) {
        return session
                .createSelectionQuery(
                        "from ProjectChange c where c.projectId in :projects and c.recordedAt = :moment and c.kind = :kind",
                        ProjectChange.class)
                .setParameter("projects", ids)
                .setParameter("moment", moment)
                .setParameter("kind", ProjectChange.Kind.AMENDED)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(change -> change.projectId));
    }

    /** The projects with a change after a moment that neither takes another back nor was taken back. */
    Set<Long> changedSince(List<Long> ids, Instant moment) {
        return new HashSet<>(session.createSelectionQuery(
                        "select distinct c.projectId from ProjectChange c where c.projectId in :projects"
                                + " and c.recordedAt > :moment and c.undoes is null and " + ProjectChange.IS_STANDING,
                        Long.class)
                .setParameter("projects", ids)
                .setParameter("moment", moment)
                .getResultList());
    }

    List<Project> projects(List<Long> ids) {
        return projects.all(ids).stream()
                .sorted(Comparator.comparing(Project::id))
                .toList();
    }

    /** The projects that have codes by now, by code. */
    Map<String, Long> owners(Collection<String> codes) {
        var owners = new HashMap<String, Long>();
        for (var some : LedgerWriter.batches(List.copyOf(codes))) {
            entities.createQuery("select p.code, p.id from Project p where p.code in :codes", Object[].class)
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(row -> owners.put((String) Objects.requireNonNull(row[0]), (Long) row[1]));
        }
        return owners;
    }
}
