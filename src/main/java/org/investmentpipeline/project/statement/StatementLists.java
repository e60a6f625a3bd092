package org.investmentpipeline.project.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The project lists of statements: from the day of the statement on a project is on exactly those that it states, each until the next day
 * on which that is known to change.
 */
record StatementLists(CodeLookup codes, LocalDate asOf) {

    Timeline apply(ProjectStatement statement, Timeline timeline) {
        var stated = statement.details().lists();
        if (stated == null) {
            return timeline;
        }
        var known = lists(timeline);
        var wanted = new TreeSet<String>();
        stated.forEach(words -> wanted.add(known.contains(words) ? words : codes.code(Field.LISTS, words)));
        var changed = timeline;
        for (var list : known) {
            if (!wanted.contains(list)) {
                changed = ListMembership.change(changed, list, asOf, false, asOf, Field.LISTS.json());
            }
        }
        for (var list : wanted) {
            if (!known.contains(list)) {
                changed = ListMembership.change(changed, list, asOf, true, asOf, Field.LISTS.json());
            }
        }
        return changed;
    }

    /** The difference for the history. */
    Optional<ProjectChange> change(Timeline before, Timeline after) {
        if (before == after) {
            return Optional.empty();
        }
        return Optional.of(ChangeDiff.between(before, after, asOf, List.of(Field.LISTS)))
                .filter(differences -> !differences.isEmpty())
                .map(differences ->
                        ProjectChange.of(ProjectChange.Kind.AMENDED, asOf, null).with(differences));
    }

    private List<String> lists(Timeline timeline) {
        @Nullable
        CodeSet lists =
                asOf.isBefore(timeline.birth()) ? null : timeline.on(asOf).lists();
        return lists == null ? List.of() : lists.codes();
    }
}
