package org.investmentpipeline.spreadsheet.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetErrors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a workbook's stored cells; a formula counts as the value it had when it was saved.
 *
 * @param texts the shared texts; null when the workbook has none
 * @param uncalculated whether the workbook was written by a program that does not calculate: a zero beside a formula is then no value
 */
record StoredCells(@Nullable SharedTexts texts, CellFormats formats, LocalDate dayZero, boolean uncalculated) {

    /** The notation of workbooks for characters that XML does not allow. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** The length of a day such as 2023-06-28. */
    private static final int DAY = 10;
    /** No number of a spreadsheet has more digits before or after its point. */
    private static final int MOST_DIGITS = 400;

    /** A cell as it is in the file: its type, style, formula and value. */
    record Stored(
            String type,
            int style,
            @Nullable String formula,
            @Nullable String value) {}

    SheetCell cell(Stored cell) throws XMLStreamException {
        if (cell.value == null || cell.value.isEmpty() || (cell.type.equals("n") && cell.value.isBlank())) {
            if (cell.formula != null && SheetErrors.isError(cell.formula.strip())) {
                // A formula that is an error itself fails whether it was calculated or not.
                return new SheetCell.Failed(cell.formula.strip());
            }
            boolean empty = cell.formula == null || cell.type.equals("str") || cell.type.equals("inlineStr");
            return empty ? SheetCell.Text.BLANK : new SheetCell.Unsaved("=" + cell.formula);
        }
        return switch (cell.type) {
            case "s" -> shared(cell, Integer.parseInt(cell.value.strip()));
            case "inlineStr" -> text(cell, cell.value);
            case "str" ->
                cell.formula != null && SheetErrors.isError(cell.value)
                        ? new SheetCell.Failed(cell.value)
                        : text(cell, cell.value);
            case "b" -> new SheetCell.Text(WorkbookParts.isTrue(cell.value) ? "TRUE" : "FALSE");
            case "e" -> new SheetCell.Failed(cell.value);
            case "d" -> day(cell, cell.value.strip());
            case "n" -> number(cell, new BigDecimal(cell.value.strip()));
            default -> throw new IllegalArgumentException("a cell of type " + cell.type);
        };
    }

    private SheetCell shared(Stored cell, int index) throws XMLStreamException {
        if (texts == null) {
            throw new IllegalArgumentException("shared texts are missing");
        }
        return text(cell, texts.get(index));
    }

    private SheetCell text(Stored cell, String text) {
        return new SheetCell.Text(formats.get(cell.style).number().display(unescape(text)));
    }

    private SheetCell number(Stored cell, BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("out of the range of a spreadsheet");
        }
        if (cell.formula != null && uncalculated && number.signum() == 0) {
            return new SheetCell.Unsaved("=" + cell.formula);
        }
        var style = formats.get(cell.style);
        return new SheetCell.Numeric(number, dayZero, style.day(), style.number());
    }

    /** A day in the form of ISO 8601; a time of day alone stays text. */
    private SheetCell day(Stored cell, String written) {
        try {
            var day = LocalDate.parse(written.length() > DAY ? written.substring(0, DAY) : written);
            var style = formats.get(cell.style);
            var serial = BigDecimal.valueOf(ChronoUnit.DAYS.between(dayZero, day));
            return new SheetCell.Numeric(serial, dayZero, style.day() == null ? Precision.DAY : style.day());
        } catch (DateTimeParseException noDay) {
            return new SheetCell.Text(written);
        }
    }

    private static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
