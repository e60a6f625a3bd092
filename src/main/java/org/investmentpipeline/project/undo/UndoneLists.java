package org.investmentpipeline.project.undo;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.ListChange;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** The project lists that an undo changes; pure. */
final class UndoneLists {
    private UndoneLists() {}

    /** The change of a project that is restored; null for none. */
    static @Nullable ListChange changed(Project project, Timeline known, Timeline former) {
        var change = new ListChange(project, known, former);
        return change.lists().isEmpty() ? null : change;
    }

    /** The change of a project that is deleted, and so leaves the lists of all days; null for none. */
    static @Nullable ListChange left(Project project, Timeline known) {
        var lists = new TreeSet<String>();
        known.positions().stream()
                .map(position -> position.standing().lists())
                .filter(Objects::nonNull)
                .forEach(set -> lists.addAll(set.codes()));
        var without = known;
        for (var list : lists) {
            without = ListMembership.restate(without, list, List.of(), LedgerRow.OPEN_END, "lists");
        }
        return lists.isEmpty() ? null : new ListChange(project, known, without);
    }
}
