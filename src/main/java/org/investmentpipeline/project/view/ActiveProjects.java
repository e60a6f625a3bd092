package org.investmentpipeline.project.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Filter;

/** The projects of a filter that are pursued on a day, by code; those in the zones of the current user. */
@ApplicationScoped
public class ActiveProjects {
    private final EntityManager entities;
    private final ProjectConditions conditions;
    private final ProjectAccess reach;
    private final LedgerClock ledgerClock;
    private final Clock clock;

    ActiveProjects(
            EntityManager entities,
            ProjectConditions conditions,
            ProjectAccess reach,
            LedgerClock ledgerClock,
            Clock clock) {
        this.entities = entities;
        this.conditions = conditions;
        this.reach = reach;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
    }

    /** A project by name. */
    public record Named(long id, String code, String name) {}

    /**
     * Projects as known at one moment.
     *
     * @param filter the filter that selects them, with its status and the user's zones
     */
    public record Found(Filter filter, TimeSlice slice, List<Named> projects) {}

    public Found on(LocalDate day, Filter filter) {
        var active = reach.narrow(filter).with(ProjectDimensions.STATUS, List.of(Status.ACTIVE.name()));
        var slice = new TimeSlice.Stock(day, ledgerClock.known(null), !day.isBefore(LocalDate.now(clock)));
        var condition = conditions.build(active, slice);
        var query = entities.unwrap(Session.class)
                .createSelectionQuery(
                        "select j.id, j.code, j.name from RecordedPosition p join Project j on j.id = p.projectId where "
                                + condition.where() + " order by j.code",
                        Object[].class);
        return new Found(
                active,
                slice,
                condition.applyTo(query).getResultList().stream()
                        .map(row -> new Named((Long) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }
}
