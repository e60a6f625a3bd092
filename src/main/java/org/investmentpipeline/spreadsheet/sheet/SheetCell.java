package org.investmentpipeline.spreadsheet.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/** One cell as it is in the file, before its column is interpreted. */
public sealed interface SheetCell {

    /** The displayed text of the cell. */
    String shown();

    default boolean isBlank() {
        return org.investmentpipeline.input.text.Text.isBlank(shown());
    }

    /** Written characters; every cell of a CSV is one. */
    record Text(String shown) implements SheetCell {

        /** The empty cell. */
        public static final SheetCell BLANK = new Text("");
    }

    /**
     * A number of a workbook.
     *
     * @param value rounded to the 15 digits that a spreadsheet shows, so that binary fractions leave no trace
     * @param dayZero the day with the serial number 0 in the workbook
     * @param shownAs the precision with which the cell's format shows it as a day; null when it is not formatted as a day
     */
    record Numeric(
            BigDecimal value, LocalDate dayZero, @Nullable Precision shownAs) implements SheetCell {

        private static final MathContext SPREADSHEET = new MathContext(15);

        public Numeric {
            value = value.round(SPREADSHEET);
        }

        @Override
        public boolean isBlank() {
            return false;
        }

        @Override
        public String shown() {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    /** A formula that failed, with its code such as {@code #REF!}. */
    record Failed(String shown) implements SheetCell {}
}
