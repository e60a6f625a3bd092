package org.investmentpipeline.spreadsheet.projects;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Objects;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.RowCells;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a sheet as a statement about one project.
 *
 * @param asOf the day that the sheet describes
 */
record ProjectRowReader(LocalDate asOf) implements RowReader<ProjectStatement> {

    @Override
    public SheetSchema schema() {
        return ProjectSheet.SCHEMA;
    }

    @Override
    public @Nullable ProjectStatement read(RowCells cells) {
        var code = cells.read(ProjectSheet.CODE);
        var name = cells.read(ProjectSheet.NAME);
        var investor = cells.read(ProjectSheet.INVESTOR);
        var amount = cells.read(ProjectSheet.INVESTMENT);
        var values = new EnumMap<Field, Object>(Field.class);
        ProjectSheet.LEDGER_FIELDS.forEach((field, column) -> {
            var value = cells.read(column);
            if (value != null) {
                values.put(field, value);
            }
        });
        var summary = cells.read(ProjectSheet.SUMMARY);
        var stated = stageAndStatus(cells);
        var days = days(cells, stated);
        if (!cells.errors().isEmpty()) {
            return null;
        }
        if (amount == null) {
            cells.warn(ImportWarning.NO_AMOUNT);
        } else if (amount.rounded()) {
            cells.warn(ImportWarning.AMOUNT_ROUNDED);
        }
        return new ProjectStatement(
                code,
                Objects.requireNonNull(name),
                summary,
                investor,
                amount == null ? null : new InvestmentDraft(amount.value(), amount.currency(), null),
                days.stage(),
                days.entries(),
                stated.status,
                stated.reason,
                values);
    }

    /** Stage and status from all words of the row; {@code reason} is the word of a suspension or withdrawal. */
    private record Stated(
            @Nullable Stage stage,
            @Nullable Status status,
            @Nullable String reason) {

        boolean isStatusAlone() {
            return stage == null && reason != null;
        }
    }

    private static Stated stageAndStatus(RowCells cells) {
        var stage = cells.read(ProjectSheet.STAGE);
        var status = cells.read(ProjectSheet.STATUS);
        var ofStage = stage == null ? null : stage.stage();
        var ofStatus = status == null ? null : status.stage();
        if (ofStage != null && ofStatus != null && ofStage != ofStatus) {
            cells.refuse(
                    ProjectSheet.STATUS,
                    LocalizedText.of(
                            "This stage differs from the one in \"%1$s\".",
                            "此处的阶段与“%1$s”列不一致。", cells.heading(ProjectSheet.STAGE)));
        }
        var named = ofStage == null ? ofStatus : ofStage;
        if (named == null && Boolean.TRUE.equals(cells.read(ProjectSheet.NATURE))) {
            named = Stage.GROUNDBREAKING;
        }
        boolean fromStatus = status != null && status.status() != null;
        var effective = fromStatus ? status : stage;
        var word = reason(cells.cell(fromStatus ? ProjectSheet.STATUS : ProjectSheet.STAGE), effective);
        var stated = effective == null ? null : effective.status();
        return new Stated(named, stated == null && isActive(cells, ofStage, ofStatus) ? Status.ACTIVE : stated, word);
    }

    /** In one column for both, a stage says that the project is pursued; where statuses have their own column, a blank says nothing. */
    private static boolean isActive(RowCells cells, @Nullable Stage ofStage, @Nullable Stage ofStatus) {
        var hasBoth = !cells.heading(ProjectSheet.STAGE).isEmpty()
                && !cells.heading(ProjectSheet.STATUS).isEmpty();
        return !hasBoth && (ofStage != null || ofStatus != null);
    }

    private static @Nullable String reason(SheetCell cell, @Nullable StageOrStatus stated) {
        if (stated == null || stated.status() == null || stated.status() == Status.ACTIVE) {
            return null;
        }
        return cell.shown().strip();
    }

    private StageDays days(RowCells cells, Stated stated) {
        var reached = stated.isStatusAlone() ? Stage.UNDER_NEGOTIATION : stated.stage;
        var days = new EnumMap<Stage, StatedDay>(Stage.class);
        for (var stage : Stage.values()) {
            if (reached != null && reached.isBefore(stage)) {
                break;
            }
            var day = cells.read(ProjectSheet.day(stage));
            if (day != null) {
                days.put(stage, day);
            }
        }
        var listed = cells.read(ProjectSheet.LISTED_ON);
        var entered = StageDays.of(stated.stage, stated.isStatusAlone(), days, listed, asOf);
        entered.contradictions().forEach((later, earlier) -> refuseOrder(cells, later, earlier));
        return entered;
    }

    private static void refuseOrder(RowCells cells, Stage later, Stage earlier) {
        var laterField = ProjectSheet.day(later);
        var earlierField = ProjectSheet.day(earlier);
        cells.refuse(
                laterField,
                LocalizedText.of(
                        "\"%1$s\" (%2$s) is before \"%3$s\" (%4$s).",
                        "“%1$s”（%2$s）早于“%3$s”（%4$s）。",
                        cells.heading(laterField),
                        cells.cell(laterField).shown().strip(),
                        cells.heading(earlierField),
                        cells.cell(earlierField).shown().strip()));
    }
}
