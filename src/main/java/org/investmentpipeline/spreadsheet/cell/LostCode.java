package org.investmentpipeline.spreadsheet.cell;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;

/** Codes that a spreadsheet took for a number of at most 15 digits or for a day, so that their characters are lost. */
final class LostCode {

    private static final int DIGITS = 15;
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(DIGITS);
    /** The display of a large number in a narrow column, such as 1.23457E+11. */
    private static final Pattern ROUNDED = Pattern.compile("\\d\\.\\d+[eE]\\+\\d{2,3}");

    private static final Pattern SHOWN_IN_CSV = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+\\d{2,3}|\\d{" + DIGITS + "}0+");

    private LostCode() {}

    static boolean isDay(SheetCell cell) {
        return cell instanceof SheetCell.Numeric number && number.isDay();
    }

    static boolean isRounded(SheetCell cell) {
        if (cell instanceof SheetCell.Numeric number) {
            return number.value().abs().compareTo(BEYOND) >= 0;
        }
        if (cell instanceof SheetCell.Text text) {
            return (text.verbatim() ? ROUNDED : SHOWN_IN_CSV)
                    .matcher(text.shown().strip())
                    .matches();
        }
        return false;
    }
}
