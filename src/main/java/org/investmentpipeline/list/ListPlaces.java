package org.investmentpipeline.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.problem.Problem;

/** The rule that a list has at most as many projects as places, on every day. */
@ApplicationScoped
class ListPlaces {
    private final MemberSpans members;

    ListPlaces(MemberSpans members) {
        this.members = members;
    }

    /**
     * Refuses a change after which more projects are on a list, on some day, than its size and than before.
     *
     * @param change applied to the present numbers
     * @param field the name of the fault's place in the request
     */
    void refuseTooMany(NamedList list, Consumer<DailyCounts> change, String field) {
        var size = list.size();
        if (size == null) {
            return;
        }
        var before = members.counts(list.code);
        var after = before.copy();
        change.accept(after);
        after.firstExcess(before, size).ifPresent(excess -> {
            throw Problem.refused(
                    field,
                    "would make %d projects on %s; the list %s has %d places",
                    "将使 %2$s 的项目数达到 %1$d；清单 %3$s 的名额为 %4$d",
                    excess.count(),
                    excess.day(),
                    list.code,
                    size);
        });
    }
}
