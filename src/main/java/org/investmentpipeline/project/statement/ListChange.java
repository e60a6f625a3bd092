package org.investmentpipeline.project.statement;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A change of a project's lists.
 *
 * @param project null for a new one
 */
public record ListChange(@Nullable Project project, Timeline before, Timeline after) {

    /** The codes of the lists on which the project is on other days than before. */
    public Set<String> lists() {
        var lists = new TreeSet<String>();
        Stream.of(before, after)
                .flatMap(timeline -> timeline.positions().stream())
                .map(position -> position.standing().lists())
                .filter(Objects::nonNull)
                .forEach(set -> lists.addAll(set.codes()));
        lists.removeIf(list -> ListMembership.spans(before, list).equals(ListMembership.spans(after, list)));
        return lists;
    }
}
