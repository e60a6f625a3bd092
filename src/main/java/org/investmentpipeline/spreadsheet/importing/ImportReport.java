package org.investmentpipeline.spreadsheet.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.jspecify.annotations.Nullable;

/** The effects of an import. */
@Schema(name = "ImportReport", description = "What an import did, or with dryRun would do.")
public record ImportReport(
        @Schema(
                required = true,
                nullable = true,
                description = "The id of the record of the import; null when nothing was written.",
                examples = "12")
        @Nullable
        Long id,

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
        List<HeadingView> headings,

        @Schema(required = true, description = "All sheets of the file, read or left out.")
        List<SheetView> sheets,

        @Schema(
                required = true,
                description = "Rows of totals, section titles and remarks, which are about no project.")
        PassedOver passedOver,

        @Schema(
                required = true,
                description =
                        "What a person should look at although nothing was refused; with onWarning=refuse nothing is done.")
        List<Warning> warnings,

        @Schema(
                required = true,
                description =
                        "The words whose meaning is not known, each once; `words` can give them one. The first 1,000.")
        List<UnknownWord> unknownWords,

        @Schema(
                required = true,
                nullable = true,
                description = "The projects that a complete file does not have; null without complete=true.")
        @Nullable
        Missing missing,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "The refused rows as a workbook to be repaired and imported, kept for 7 days; null when no row was"
                                + " refused, and with dryRun.",
                examples = "/api/v1/imports/12/errors")
        @Nullable
        String errorsLink) {

    /** The same report of an import that was recorded. */
    ImportReport recorded(long record) {
        return with(record, errorsLink);
    }

    /** The same report with the link to the refused rows. */
    ImportReport linked(@Nullable String link) {
        return with(id, link);
    }

    private ImportReport with(@Nullable Long record, @Nullable String link) {
        return new ImportReport(
                record,
                read,
                created,
                changed,
                unchanged,
                refused,
                errors,
                headings,
                sheets,
                passedOver,
                warnings,
                unknownWords,
                missing,
                link);
    }

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
        members.put("sheets", sheets);
        members.put("passedOver", passedOver);
        members.put("warnings", warnings);
        members.put("unknownWords", unknownWords);
        members.put("missing", missing);
        members.put("errorsLink", errorsLink);
        return members;
    }

    /** The active projects on asOf that a complete file does not have. Nothing is done to them. */
    @Schema(name = "ImportMissing", description = "Active projects on asOf without a row. Nothing is done to them.")
    public record Missing(
            @Schema(required = true, examples = "2") int count,

            @Schema(
                    required = true,
                    description = "The list of all active projects that the file should have.",
                    examples = "/api/v1/projects?asOf=2023-06-30&status=ACTIVE&zone=wanbei")
            String link,

            @Schema(required = true, description = "The first 1,000, by code.")
            List<MissingProject> projects) {}

    /** A project without a row. */
    @Schema(name = "ImportMissingProject", description = "A project without a row.")
    public record MissingProject(
            @Schema(required = true) long id,
            @Schema(required = true) String code,
            @Schema(required = true) String name) {}

    /** The reason for the refusal of one cell or row. */
    @Schema(name = "ImportError", description = "Why one cell, or one row, was refused.")
    public record CellProblem(
            @Schema(required = true, nullable = true, description = "The sheet, where several were read.") @Nullable
            String sheet,

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
            @Schema(required = true, nullable = true, description = "The sheet, where several were read.") @Nullable
            String sheet,

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

    /** One sheet of the file. */
    @Schema(name = "ImportSheet", description = "A sheet of the file.")
    public record SheetView(
            @Schema(required = true, nullable = true, description = "Null for a CSV.", examples = "台账") @Nullable
            String name,

            @Schema(required = true, description = "False when the sheet was left out.")
            boolean read,

            @Schema(required = true, description = "Rows that state a project.", examples = "32")
            int rows) {}

    /** Rows that are about no project. */
    @Schema(name = "ImportPassedOver", description = "Rows of totals, section titles and remarks.")
    public record PassedOver(
            @Schema(required = true, examples = "2") int count,

            @Schema(
                    required = true,
                    description = "The first 100, as `row` or, where several sheets were read, `sheet!row`.",
                    examples = "[\"17\", \"35\"]")
            List<String> rows) {}

    /** A warning about some rows or the whole file. */
    @Schema(name = "ImportWarning", description = "What a person should look at.")
    public record Warning(
            @Schema(required = true) ImportWarning kind,

            @Schema(
                    required = true,
                    description = "The number of its rows; 0 when it is about the file as a whole.",
                    examples = "1")
            int count,

            @Schema(
                    required = true,
                    description = "The first 100, as `row` or, where several sheets were read, `sheet!row`.",
                    examples = "[\"17\", \"35\"]")
            List<String> rows,

            @Schema(required = true) String message) {}

    /** A word without a known meaning. */
    @Schema(name = "ImportUnknownWord", description = "A word whose meaning is not known.")
    public record UnknownWord(
            @Schema(required = true, description = "The heading of its column.", examples = "建设阶段")
            String column,

            @Schema(required = true, examples = "办理前期手续") String word,

            @Schema(required = true, description = "The number of its rows.", examples = "3")
            int count,

            @Schema(
                    required = true,
                    description = "The first 100, as `row` or, where several sheets were read, `sheet!row`.",
                    examples = "[\"17\", \"35\"]")
            List<String> rows,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The known word that is most like it.",
                    examples = "前期手续")
            @Nullable
            String nearest) {}
}
