package org.investmentpipeline.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member of a list in responses. */
@Schema(name = "ListMember", description = "A project on a list on the day of the answer.")
public record MemberView(
        @Schema(required = true, description = "The id of the project.", examples = "127")
        long project,

        @Schema(required = true, examples = "2023-0127") String code,
        @Schema(required = true) String name,

        @Schema(required = true, description = "The first day of the span that includes the day of the answer.")
        LocalDate from,

        @Schema(
                required = true,
                nullable = true,
                description = "The day from which it is not on the list any more; null without one.")
        @Nullable
        LocalDate to) {

    /** One page of members. */
    @Schema(name = "ListMemberPage", description = "One page of the members of a list, by project.")
    public record Page(
            @Schema(required = true) List<MemberView> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next,

            @Schema(
                    description = "The number of members in the zones of the user; only with count=true.",
                    examples = "47")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Long total) {}

    /** The places of a list on a day. */
    @Schema(name = "ListPlaces", description = "The places of a list on a day, taken and vacant, in all zones.")
    public record Places(
            @Schema(required = true, examples = "provincial-2023")
            String list,

            @Schema(required = true) LocalDate asOf,
            @Schema(required = true) Instant knownAt,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The size of the list; null without a limit.",
                    examples = "48")
            @Nullable
            Integer size,

            @Schema(required = true, description = "The projects on the list.", examples = "47")
            long taken,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The free places; null without a limit.",
                    examples = "1")
            @Nullable
            Long vacant) {}

    /** The effect of a change. */
    @Schema(name = "MembershipOutcome", description = "What a change of a list changed.")
    public record Outcome(
            @Schema(required = true, description = "Projects that joined.", examples = "[127, 128]")
            List<Long> joined,

            @Schema(required = true, description = "Projects that left.", examples = "[96]")
            List<Long> left,

            @Schema(
                    required = true,
                    description = "Projects of which the ledger knew as much already.",
                    examples = "[]")
            List<Long> unchanged) {}

    /** The membership of one project. */
    @Schema(name = "Membership", description = "All spans of a project on a list, as known now.")
    public record Spans(@Schema(required = true) List<MembershipChange.Span> spans) {}
}
