package org.investmentpipeline.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.timeline.ListMembership;
import org.jspecify.annotations.Nullable;

/** The change of a list on one day. */
@Schema(
        name = "MembershipChange",
        description = "Projects that join and leave a list on one day; all of them or, on any fault, none.")
public record MembershipChange(
        @NotNull
        @Schema(
                required = true,
                description = "From this day on the projects are on the list, or not on it any more.",
                examples = "2023-02-10")
        LocalDate on,

        @Nullable @Size(max = 1000) @Schema(description = "Ids of projects.", examples = "[127, 128]")
        List<@NotNull Long> join,

        @Nullable @Size(max = 1000) @Schema(description = "Ids of projects.", examples = "[96]")
        List<@NotNull Long> leave) {

    /** The projects that join, each with its place in the request. */
    Map<Long, String> joining() {
        return fields("join", join);
    }

    /** The projects that leave, each with its place in the request. */
    Map<Long, String> leaving() {
        return fields("leave", leave);
    }

    private static Map<Long, String> fields(String name, @Nullable List<Long> given) {
        var fields = new LinkedHashMap<Long, String>();
        var ids = Objects.requireNonNullElse(given, List.<Long>of());
        for (var i = 0; i < ids.size(); i++) {
            var field = "%s[%d]".formatted(name, i);
            if (fields.putIfAbsent(ids.get(i), field) != null) {
                throw Problem.refused(field, "was %d, which is given twice", "给出的 %d 重复", ids.get(i));
            }
        }
        return fields;
    }

    /** Refuses a change of nothing, and one by which a project both joins and leaves. */
    void refuseContradictions() {
        var joining = joining();
        var leaving = leaving();
        if (joining.isEmpty() && leaving.isEmpty()) {
            throw Problem.refused("join", "give projects in join, leave or both", "请在 join、leave 中给出项目");
        }
        leaving.forEach((id, field) -> {
            if (joining.containsKey(id)) {
                throw Problem.refused(field, "was %d, which also joins", "给出的 %d 同时在 join 中", id);
            }
        });
    }

    /** The whole membership of a project. */
    @Schema(
            name = "MembershipSpans",
            description = "All spans of a project on a list, in order; an empty array if it was never on it.")
    public record Spans(
            @NotNull @Size(max = 100) @Schema(required = true)
            List<@NotNull @Valid Span> spans) {

        List<ListMembership.Span> toRule() {
            return spans.stream()
                    .map(span -> new ListMembership.Span(span.from, span.to))
                    .toList();
        }
    }

    /** A span on a list. */
    @Schema(name = "MembershipSpan", description = "Days on a list without a break.")
    public record Span(
            @NotNull @Schema(required = true, description = "Inclusive.", examples = "2023-02-10")
            LocalDate from,

            @Nullable
            @Schema(nullable = true, description = "Exclusive; null while it has no end.", examples = "2023-05-01")
            LocalDate to) {

        static Span of(ListMembership.Span span) {
            return new Span(span.from(), span.to());
        }
    }
}
