package org.investmentpipeline.spreadsheet.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an import did, or would do. */
@Schema(name = "ImportReport", description = "What an import did, or with dryRun would do.")
public record ImportReport(
        @Schema(required = true, description = "Rows that state a project.")
        int read,

        @Schema(required = true) int created,
        @Schema(required = true) int changed,
        @Schema(required = true) int unchanged,

        @Schema(required = true, description = "Rows that were not taken over.")
        int refused,

        @Schema(required = true, description = "Why; the first 1,000.")
        List<CellProblem> errors,

        @Schema(required = true, description = "What was understood of each heading.")
        List<HeadingView> headings) {

    /** The report as further members of a problem: what would have been done was not. */
    Map<String, Object> asMembers() {
        var members = new LinkedHashMap<String, Object>();
        members.put("read", read);
        members.put("created", 0);
        members.put("changed", 0);
        members.put("unchanged", unchanged);
        members.put("refused", refused);
        members.put("errors", errors);
        members.put("headings", headings);
        return members;
    }

    /** The reason for the refusal of one cell or row. */
    @Schema(name = "ImportError", description = "Why one cell, or one row, was refused.")
    public record CellProblem(
            @Schema(required = true, description = "As a spreadsheet numbers it.", examples = "17")
            int row,

            @Schema(required = true, nullable = true, description = "The heading; null for the row itself.") @Nullable
            String column,

            @Schema(required = true, nullable = true) @Nullable
            String value,

            @Schema(required = true, description = "What was expected instead.")
            String expected) {}

    /** The interpretation of one heading. */
    @Schema(name = "ImportHeading", description = "What was understood of one heading.")
    public record HeadingView(
            @Schema(required = true, examples = "C") String column,
            @Schema(required = true, examples = "总投资（万元）") String heading,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Null when the column is not used.",
                    examples = "investment")
            @Nullable
            String field,

            @Schema(required = true, nullable = true, examples = "万元") @Nullable
            String unit,

            @Schema(required = true, nullable = true, examples = "CNY") @Nullable
            String currency,

            @Schema(required = true, nullable = true, description = "Why it is not used, or what to mind.") @Nullable
            String note) {}
}
