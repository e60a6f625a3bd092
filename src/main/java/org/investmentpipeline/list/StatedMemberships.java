package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.project.statement.ListChange;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.security.audit.AuditTrail;

/** The lists that many statements change at once, such as the rows of a sheet: the rules and the audit of single changes apply. */
@ApplicationScoped
public class StatedMemberships {
    private final CatalogueEntries lists;
    private final ListPlaces places;
    private final AuditTrail trail;

    StatedMemberships(CatalogueEntries lists, ListPlaces places, AuditTrail trail) {
        this.lists = lists;
        this.places = places;
        this.trail = trail;
    }

    /** Refuses changes that put more projects on a list than it has places. */
    public void check(List<ListChange> changes) {
        var affected = new TreeMap<String, List<ListChange>>();
        for (var change : changes) {
            change.lists()
                    .forEach(list -> affected.computeIfAbsent(list, any -> new ArrayList<>())
                            .add(change));
        }
        affected.forEach((list, some) -> places.refuseTooMany(
                lists.get(NamedList.KIND, list),
                counts -> some.forEach(change -> counts.replace(
                        ListMembership.spans(change.before(), list), ListMembership.spans(change.after(), list))),
                "lists"));
    }

    /** Records the changes of registered projects at their lists; the registration of a project names its lists itself. */
    public void record(List<ListChange> changes) {
        var projects = new LinkedHashMap<String, List<Long>>();
        for (var change : changes) {
            if (change.project() != null) {
                change.lists()
                        .forEach(list -> projects.computeIfAbsent(list, any -> new ArrayList<>())
                                .add(Objects.requireNonNull(change.project()).id()));
            }
        }
        projects.forEach(
                (list, ids) -> trail.record(MembershipCommands.events(lists.get(NamedList.KIND, list), false, ids)));
    }
}
