package org.investmentpipeline.spreadsheet.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Objects;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementDetails;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.RowCells;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a sheet as a statement about one project.
 *
 * @param asOf the day that the sheet describes
 */
record ProjectRowReader(LocalDate asOf) implements RowReader<ProjectStatement> {
    /** 100亿, in whole units of any currency. */
    private static final BigDecimal UNUSUAL = BigDecimal.TEN.pow(10);

    @Override
    public SheetSchema schema() {
        return ProjectSheet.SCHEMA;
    }

    @Override
    public @Nullable ProjectStatement read(RowCells cells) {
        var code = cells.read(ProjectSheet.CODE);
        var name = cells.read(ProjectSheet.NAME);
        var investor = cells.read(ProjectSheet.INVESTOR);
        var investment = investment(cells);
        var values = new EnumMap<Field, Object>(Field.class);
        ProjectSheet.LEDGER_FIELDS.forEach((field, column) -> {
            var value = cells.read(column);
            if (value != null) {
                values.put(field, value);
            }
        });
        var description = new Description(cells.read(ProjectSheet.NAME_EN), cells.read(ProjectSheet.SUMMARY));
        var stated = stageAndStatus(cells);
        var reason = cells.read(ProjectSheet.REASON);
        var details = details(cells, stated, reason);
        var days = days(cells, stated, details.birth());
        if (!cells.errors().isEmpty()) {
            return null;
        }
        if (investment == null) {
            cells.warn(ImportWarning.NO_AMOUNT);
        }
        return new ProjectStatement(
                code,
                Objects.requireNonNull(name),
                description,
                investor,
                investment,
                days.stage(),
                days.entries(),
                stated.status,
                reason == null ? stated.reason : reason,
                values,
                details);
    }

    /** The amount in the currency and at the rate of the row. */
    private static @Nullable InvestmentDraft investment(RowCells cells) {
        var currency = cells.read(ProjectSheet.CURRENCY);
        var rate = cells.read(ProjectSheet.RATE);
        var amount = currency == null
                ? cells.read(ProjectSheet.INVESTMENT)
                : cells.read(ProjectSheet.INVESTMENT, column -> column.inCurrency(currency));
        if (amount == null) {
            return null;
        }
        if (amount.rounded()) {
            cells.warn(ImportWarning.AMOUNT_ROUNDED);
        }
        if (amount.value().compareTo(UNUSUAL) > 0) {
            cells.warn(ImportWarning.AMOUNT_JUMPED);
        }
        if (currency != null && !currency.equals(amount.currency())) {
            cells.refuse(
                    ProjectSheet.CURRENCY,
                    LocalizedText.of(
                            "The amount in \"%1$s\" is in %2$s.",
                            "“%1$s”的金额以 %2$s 计。", cells.heading(ProjectSheet.INVESTMENT), amount.currency()));
        }
        return new InvestmentDraft(amount.value(), amount.currency(), rate);
    }

    /** The days and lists of the row; day and reason of a status need the status. */
    private StatementDetails details(RowCells cells, Stated stated, @Nullable String reason) {
        var day = cells.read(ProjectSheet.STATUS_DAY);
        var birth = cells.read(ProjectSheet.BIRTH);
        if (day != null && stated.status == null) {
            cells.refuse(ProjectSheet.STATUS_DAY, LocalizedText.of("The row has no status.", "该行没有状态。"));
        }
        if (reason != null && (stated.status == null || stated.status == Status.ACTIVE)) {
            cells.refuse(
                    ProjectSheet.REASON,
                    LocalizedText.of(
                            "The row has no suspension or withdrawal that could have a reason.", "该行没有暂停或终止，不应有原因。"));
        }
        refuseFuture(cells, ProjectSheet.STATUS_DAY, day);
        refuseFuture(cells, ProjectSheet.BIRTH, birth);
        return new StatementDetails(day, reason != null, birth, cells.read(ProjectSheet.LISTS));
    }

    private void refuseFuture(RowCells cells, SheetField<StatedDay> field, @Nullable StatedDay stated) {
        if (stated != null && stated.day().isAfter(asOf)) {
            cells.refuse(
                    field, LocalizedText.of("The day is after that of the sheet, %1$s.", "该日期晚于表格所反映的日期 %1$s。", asOf));
        }
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

    private StageDays days(RowCells cells, Stated stated, @Nullable StatedDay birth) {
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
        var entered = StageDays.of(stated.stage, stated.isStatusAlone(), days, listed, birth, asOf);
        entered.contradictions().forEach((later, earlier) -> refuseOrder(cells, later, earlier));
        return entered;
    }

    private static void refuseOrder(RowCells cells, Stage later, Stage earlier) {
        var laterField = ProjectSheet.day(later);
        var earlierField = later == earlier ? ProjectSheet.BIRTH : ProjectSheet.day(earlier);
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
