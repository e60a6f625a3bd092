package org.investmentpipeline.spreadsheet.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.regex.Pattern;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.Days;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.cell.Words;
import org.investmentpipeline.spreadsheet.cell.Words.StageOrStatus;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.StatedField;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Reads a row under the headings as an import row of one project. */
final class RowReader {

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|小计|累计|total|grandtotal|subtotal)([:(].*)?");
    private static final Pattern SECTION = Pattern.compile("(\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+[、.]).*");
    private static final Pattern REMARK = Pattern.compile("(注|备注|说明|填报|填表|制表|审核|note|source).*");

    private static final int LONGEST_TITLE = 60;

    private final Columns columns;
    private final LocalDate asOf;

    RowReader(Columns columns, LocalDate asOf) {
        this.columns = columns;
        this.asOf = asOf;
    }

    /** The import row, null when the row is no project: blank, a total, a section's title, a remark. */
    @Nullable
    ImportRow read(SheetRow row) {
        if (row.isBlank() || isTotal(row) || isAside(row) || continuesHeading(row)) {
            return null;
        }
        var cells = new RowCells(row, columns);
        var name = cells.text(StatedField.NAME);
        if (name == null && !cells.failed(StatedField.NAME)) {
            if (!cells.saysAnything()) {
                return null;
            }
            cells.refuse(StatedField.NAME, LocalizedText.of("The project's name is missing.", "缺少项目名称。"));
        }
        cells.refuseContinued();
        return statement(cells, name);
    }

    /** One argument a line, longer than most for that alone. */
    private ImportRow statement(RowCells cells, @Nullable String name) {
        var amount = cells.read(StatedField.INVESTMENT, columns.amounts()::read);
        var stated = stated(cells);
        var days = days(cells, stated);
        return new ImportRow(
                cells.row(),
                cells.text(StatedField.CODE),
                name,
                cells.text(StatedField.INVESTOR),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency(),
                cells.text(StatedField.SECTOR),
                cells.text(StatedField.ZONE),
                cells.text(StatedField.DEPARTMENT),
                cells.read(StatedField.ORIGIN, Words.ORIGIN::read),
                cells.read(StatedField.AGREEMENT, Words.AGREEMENT::read),
                cells.read(StatedField.KEY, Words.YES_OR_NO::read),
                cells.text(StatedField.LEADER),
                cells.text(StatedField.OFFICER),
                cells.read(StatedField.LAND_AREA, cell -> Quantities.land(cell, columns.landUnit())),
                cells.read(StatedField.JOBS, Quantities::jobs),
                cells.text(StatedField.SUMMARY),
                days.stage(),
                stated.status,
                stated.reason,
                days.entries(),
                cells.errors());
    }

    /** Stage and status from all words of the row; {@code reason} is the word of a suspension or withdrawal. */
    private record Spoken(
            @Nullable Stage stage,
            @Nullable Status status,
            @Nullable String reason) {

        boolean isStatusAlone() {
            return stage == null && reason != null;
        }
    }

    private Spoken stated(RowCells cells) {
        var stage = cells.read(StatedField.STAGE, Words.STAGE_OR_STATUS::read);
        var status = cells.read(StatedField.STATUS, Words.STAGE_OR_STATUS::read);
        var ofStage = stage == null ? null : stage.stage();
        var ofStatus = status == null ? null : status.stage();
        if (ofStage != null && ofStatus != null && ofStage != ofStatus) {
            cells.refuse(
                    StatedField.STATUS,
                    LocalizedText.of(
                            "This stage differs from the one in \"%1$s\".",
                            "此处的阶段与“%1$s”列不一致。", cells.heading(StatedField.STAGE)));
        }
        var named = ofStage == null ? ofStatus : ofStage;
        if (named == null && Words.saysBegun(cells.cell(StatedField.NATURE))) {
            named = Stage.GROUNDBREAKING;
        }
        boolean fromStatus = status != null && status.status() != null;
        var speaking = fromStatus ? status : stage;
        String word = reason(cells.cell(fromStatus ? StatedField.STATUS : StatedField.STAGE), speaking);
        return new Spoken(named, speaking == null ? null : speaking.status(), word);
    }

    private static @Nullable String reason(SheetCell cell, @Nullable StageOrStatus stated) {
        if (stated == null || stated.status() == null || stated.status() == Status.ACTIVE) {
            return null;
        }
        return cell.shown().strip();
    }

    private StageDays days(RowCells cells, Spoken spoken) {
        var reached = spoken.isStatusAlone() ? Stage.UNDER_NEGOTIATION : spoken.stage;
        var stated = new EnumMap<Stage, StatedDay>(Stage.class);
        for (var stage : Stage.values()) {
            if (reached != null && reached.isBefore(stage)) {
                break;
            }
            var day = cells.read(StatedField.dayOf(stage), Days::read);
            if (day != null) {
                stated.put(stage, day);
            }
        }
        var listed = cells.read(StatedField.LISTED_ON, Days::read);
        var days = StageDays.of(spoken.stage, spoken.isStatusAlone(), stated, listed, asOf);
        days.contradictions().forEach((later, earlier) -> refuseOrder(cells, later, earlier));
        return days;
    }

    private static void refuseOrder(RowCells cells, Stage later, Stage earlier) {
        var laterField = StatedField.dayOf(later);
        var earlierField = StatedField.dayOf(earlier);
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

    private boolean isTotal(SheetRow row) {
        var name = columns.fields().get(StatedField.NAME);
        return isTotal(row.firstWritten()) || (name != null && isTotal(row.cell(name.column())));
    }

    private static boolean isTotal(SheetCell cell) {
        return cell.shown().length() <= LONGEST_TITLE
                && TOTAL.matcher(Wording.of(cell.shown()).replace(" ", "")).matches();
    }

    private static boolean isAside(SheetRow row) {
        if (row.written() != 1) {
            return false;
        }
        String only = Wording.of(row.firstWritten().shown());
        return SECTION.matcher(only).matches() || REMARK.matcher(only).matches();
    }

    private boolean continuesHeading(SheetRow row) {
        var name = columns.fields().get(StatedField.NAME);
        var from = name == null ? null : row.continued().get(name.column());
        return from != null && from <= columns.row();
    }
}
