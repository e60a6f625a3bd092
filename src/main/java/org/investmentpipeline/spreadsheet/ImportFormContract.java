package org.investmentpipeline.spreadsheet;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of an import as the contract describes it; {@link ImportForm} reads it. */
@Schema(name = "ImportForm", description = "A ledger and how to read it.")
record ImportFormContract(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "binary",
                description = "A workbook (xlsx) or CSV, told apart by its content; at most 128 MB.")
        String file,

        @Schema(
                description =
                        "Name or number from 1 of the sheet, several with / between them, or * for all with headings; the only one with headings when left out.",
                examples = "皖北片区/高铁片区")
        String sheet,

        @Schema(
                description = "The field that the name of each sheet gives to its rows, such as zone or sector.",
                examples = "zone")
        String sheetIs,

        @Schema(description = "Only say what would be done.", defaultValue = "false")
        Boolean dryRun,

        @Schema(description = "Unit of amounts where neither heading nor cell names one.", examples = "万元")
        String unit,

        @Schema(description = "Currency of amounts where neither heading nor cell names one.", examples = "CAD")
        String currency,

        @Schema(description = "Add sectors, zones and departments that the catalogues lack.", defaultValue = "false")
        Boolean createMissing,

        @Schema(
                type = SchemaType.STRING,
                format = "date",
                description = "The day the ledger states; today when left out.",
                examples = "2021-02-22")
        String asOf,

        @Schema(description = "What to do when rows cannot be taken over.", defaultValue = "abort")
        OnError onError,

        @Schema(description = "What to do when there are warnings.", defaultValue = "accept")
        OnWarning onWarning,

        @Schema(
                description = "A JSON object of heading to field; an empty field leaves the column out.",
                examples = "{\"项目\":\"name\"}")
        String mapping,

        @Schema(
                description =
                        "A JSON object of field to word to value, before all known words; an empty value lets the word say nothing.",
                examples = "{\"stage\":{\"谈成\":\"SIGNED\"}}")
        String words,

        @Schema(
                description =
                        "A row with an earlier stage than the known one: refuse it, or reverse (MANAGER) the later"
                                + " entries, which then never happened.",
                defaultValue = "refuse")
        OnStepBack onStepBack,

        @Schema(
                description = "A known code under another name whose investor differs too, or which is the name of"
                        + " another project: refuse the row, or accept the new name.",
                defaultValue = "refuse")
        Renames renames,

        @Schema(
                description = "The file has all projects, or all of a filter: `missing` in the report names the active"
                        + " projects on asOf without a row.",
                defaultValue = "false")
        Boolean complete,

        @Schema(
                description = "With complete: the filter, as the parameters of a list of projects.",
                examples = "zone=wanbei&sector=new-energy")
        String completeFor,

        @Schema(description = "With complete: the zone.", examples = "wanbei")
        String zone,

        @Schema(
                description = "The code of a profile, whose parts are used where the form has none.",
                examples = "wanbei-monthly")
        String profile) {

    /** The treatment of a sheet with refused rows. */
    @Schema(
            name = "ImportOnError",
            enumeration = {"abort", "skip"})
    enum OnError {
        ABORT,
        SKIP
    }

    /** The treatment of a row with an earlier stage than the known one. */
    @Schema(
            name = "ImportOnStepBack",
            description =
                    "What to do with a row whose stage is earlier than the known one: refuse it, or reverse later entries.",
            enumeration = {"refuse", "reverse"})
    enum OnStepBack {
        REFUSE,
        REVERSE
    }

    /** The treatment of a known code under a name that looks like another project's. */
    @Schema(
            name = "ImportRenames",
            description =
                    "What to do with a known code under a name that looks like another project: refuse the row, or accept the name.",
            enumeration = {"refuse", "accept"})
    enum Renames {
        REFUSE,
        ACCEPT
    }

    /** The treatment of a sheet with warnings. */
    @Schema(
            name = "ImportOnWarning",
            description = "What to do when there are warnings: take the rows over, or refuse the file.",
            enumeration = {"accept", "refuse"})
    enum OnWarning {
        ACCEPT,
        REFUSE
    }
}
