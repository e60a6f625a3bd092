package org.investmentpipeline.list;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** A locked project with its timelines before and after a change of a list. */
record MemberChange(Project project, RecordedTimeline before, Timeline known, Timeline after) {
    /** Of the text of spans in the history of a project: some 100 spans. */
    private static final int LONGEST_SPANS = 2500;

    long id() {
        return project.id();
    }

    boolean isNone() {
        return known.positions().equals(after.positions());
    }

    List<ListMembership.Span> spansBefore(String list) {
        return ListMembership.spans(known, list);
    }

    List<ListMembership.Span> spansAfter(String list) {
        return ListMembership.spans(after, list);
    }

    /** Whether the project joins a list by this change, as of a day. */
    boolean joins(String list, LocalDate day) {
        return isOn(spansAfter(list), day) && !isOn(spansBefore(list), day);
    }

    private static boolean isOn(List<ListMembership.Span> spans, LocalDate day) {
        return spans.stream().anyMatch(span -> span.includes(day));
    }

    /** The spans before and after, for the history of the project. */
    FieldChange difference(String list) {
        return new FieldChange("lists." + list, text(spansBefore(list)), text(spansAfter(list)));
    }

    /** Such as {@code 2023-02-10..2023-05-01, 2023-06-15..}; null for none. */
    private static @Nullable String text(List<ListMembership.Span> spans) {
        return spans.isEmpty()
                ? null
                : Text.shortened(
                        spans.stream()
                                .map(span -> span.from() + ".." + (span.to() == null ? "" : span.to()))
                                .collect(Collectors.joining(", ")),
                        LONGEST_SPANS);
    }
}
