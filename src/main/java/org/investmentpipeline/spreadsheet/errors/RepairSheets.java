package org.investmentpipeline.spreadsheet.errors;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.investmentpipeline.spreadsheet.heading.RepairHeadings;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.investmentpipeline.spreadsheet.writing.CellContent;
import org.investmentpipeline.spreadsheet.writing.RepairWorkbook;
import org.investmentpipeline.spreadsheet.writing.RepairWorkbook.Cell;
import org.investmentpipeline.spreadsheet.writing.RepairWorkbook.Line;
import org.investmentpipeline.spreadsheet.writing.RepairWorkbook.Merge;

/**
 * Lays out refused rows for repair: the rows up to the headings as they were, each refused row with values typed as they were, and two columns
 * that an import does not read.
 */
public final class RepairSheets {
    private static final LocalizedText OF_CSV = new LocalizedText("Refused rows", "错误行");
    private static final LocalizedText WAS = new LocalizedText("The cell was: %s", "原内容：%s");
    /** Read as a remark, which an import passes over. */
    private static final LocalizedText LEFT_OUT =
            new LocalizedText("Note: %d more rows were refused and are not in this workbook.", "注：另有 %d 行被拒绝，未列入本工作簿。");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final Locale language;

    public RepairSheets(Locale language) {
        this.language = language;
    }

    /** @param leftOut the number of refused rows that are in none of the sheets */
    public RepairWorkbook workbook(List<RefusedSheet> sheets, int leftOut) {
        var laidOut = new ArrayList<RepairWorkbook.Sheet>();
        for (int index = 0; index < sheets.size(); index++) {
            laidOut.add(sheet(sheets.get(index), index == sheets.size() - 1 ? leftOut : 0));
        }
        return new RepairWorkbook(laidOut);
    }

    private RepairWorkbook.Sheet sheet(RefusedSheet sheet, int leftOut) {
        int width = sheet.width();
        int headings = sheet.above().get(sheet.above().size() - 1).number() - 1;
        var lines = new ArrayList<Line>();
        for (var row : sheet.above()) {
            var cells = cells(row);
            if (row.number() - 1 == headings) {
                cells.add(text(width, RepairHeadings.ROW.in(language)));
                cells.add(text(width + 1, RepairHeadings.ERROR.in(language)));
            }
            lines.add(new Line(row.number() - 1, cells));
        }
        int next = headings + 1;
        for (var row : sheet.rows()) {
            lines.add(new Line(next++, cells(row, width)));
        }
        if (leftOut > 0) {
            lines.add(new Line(next, List.of(text(0, LEFT_OUT.in(language).formatted(leftOut)))));
        }
        var name = sheet.name() == null ? OF_CSV.in(language) : sheet.name();
        return new RepairWorkbook.Sheet(name, headings, width + 2, merges(sheet.above()), lines);
    }

    /** The cells of a row up to the headings; of merged cells only the first has its text. */
    private static List<Cell> cells(SheetRow row) {
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.isWritten(column)) {
                cells.add(new Cell(column, content(row.cell(column)), null));
            }
        }
        return cells;
    }

    private List<Cell> cells(RefusedSheet.Row row, int width) {
        var comments = new LinkedHashMap<Integer, String>();
        row.faults()
                .forEach(fault -> comments.merge(fault.column(), comment(fault), (one, other) -> one + "\n" + other));
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < width; column++) {
            var cell = column < row.cells().size() ? row.cells().get(column) : SheetCell.Text.BLANK;
            var comment = comments.get(column);
            if (comment != null || !cell.isBlank()) {
                cells.add(new Cell(column, content(cell), comment));
            }
        }
        cells.add(new Cell(width, new CellContent.Numeric(BigDecimal.valueOf(row.number()), "0"), null));
        cells.add(text(
                width + 1, row.faults().stream().map(this::sentence).distinct().collect(Collectors.joining("\n"))));
        return cells;
    }

    private String comment(RefusedSheet.Fault fault) {
        var expected = fault.expected().in(language);
        return fault.replaced() == null
                ? expected
                : expected + "\n" + WAS.in(language).formatted(fault.replaced());
    }

    private String sentence(RefusedSheet.Fault fault) {
        return fault.heading() == null ? comment(fault) : fault.heading() + ": " + comment(fault);
    }

    private static Cell text(int column, String text) {
        return new Cell(column, new CellContent.Text(text), null);
    }

    /** A cell that is typed as it was read. */
    private static CellContent content(SheetCell cell) {
        if (cell instanceof SheetCell.Numeric number) {
            return new CellContent.Numeric(value(number), format(number));
        }
        if (cell instanceof SheetCell.Failed) {
            return new CellContent.Formula(
                    cell.shown().matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)") ? cell.shown() : "#VALUE!");
        }
        if (cell instanceof SheetCell.Unsaved) {
            // The formula would refer to other cells here, and a spreadsheet would calculate it.
            return new CellContent.Formula("NA()");
        }
        return CellContent.text(cell.shown());
    }

    /** Workbooks whose days count from 1904 are rare; the days of the written one count from 1899-12-30. */
    private static BigDecimal value(SheetCell.Numeric number) {
        var days = ChronoUnit.DAYS.between(DAY_ZERO, number.dayZero());
        return number.isDay() ? number.value().add(BigDecimal.valueOf(days)) : number.value();
    }

    private static String format(SheetCell.Numeric number) {
        if (!number.isDay() || number.format().isDay() && !number.format().equals(NumberFormat.GENERAL)) {
            return number.format().code();
        }
        return switch (number.shownAs() == null ? Precision.DAY : number.shownAs()) {
            case DAY -> "yyyy-mm-dd";
            case MONTH, QUARTER -> "yyyy-mm";
            case YEAR -> "yyyy";
        };
    }

    private static List<Merge> merges(List<SheetRow> above) {
        var lastRows = new LinkedHashMap<List<Integer>, Integer>();
        var merges = new ArrayList<Merge>();
        for (var row : above) {
            row.continued().forEach((column, first) -> lastRows.put(List.of(first, column), row.number()));
        }
        for (var row : above) {
            var corners = new LinkedHashMap<Integer, Integer>(row.spans());
            lastRows.keySet().stream()
                    .filter(corner -> corner.get(0) == row.number() && isFirst(corner.get(1), row.spans()))
                    .forEach(corner -> corners.putIfAbsent(corner.get(1), corner.get(1)));
            corners.forEach((first, last) -> merges.add(new Merge(
                    row.number() - 1,
                    first,
                    lastRows.getOrDefault(List.of(row.number(), first), row.number()) - 1,
                    last)));
        }
        return merges;
    }

    private static boolean isFirst(int column, Map<Integer, Integer> spans) {
        return spans.entrySet().stream().noneMatch(span -> span.getKey() < column && column <= span.getValue());
    }
}
