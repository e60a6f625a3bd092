package org.investmentpipeline.spreadsheet.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.jspecify.annotations.Nullable;

/** One cell as it is in the file, before its column is interpreted. */
public sealed interface SheetCell {

    /** The displayed text of the cell. */
    String shown();

    default boolean isBlank() {
        return org.investmentpipeline.input.text.Text.isBlank(shown());
    }

    /**
     * Written characters.
     *
     * @param verbatim whether they are certainly those that a person typed, as in a text cell of a workbook. A CSV may have characters that a
     *     spreadsheet put in place of a number's digits
     */
    record Text(String shown, boolean verbatim) implements SheetCell {

        /** The empty cell. */
        public static final SheetCell BLANK = new Text("");

        public Text(String shown) {
            this(shown, true);
        }
    }

    /**
     * A number of a workbook.
     *
     * @param value rounded to the 15 digits that a spreadsheet shows, so that binary fractions leave no trace
     * @param dayZero the day with the serial number 0 in the workbook
     * @param shownAs the precision with which the cell's format shows it as a day; null when it is not formatted as a day
     * @param format the number format
     */
    record Numeric(
            BigDecimal value, LocalDate dayZero, @Nullable Precision shownAs, NumberFormat format)
            implements SheetCell {

        private static final MathContext SPREADSHEET = new MathContext(15);
        /** 9999-12-31, the last day of a spreadsheet. */
        private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

        public Numeric {
            value = value.round(SPREADSHEET);
        }

        public Numeric(BigDecimal value, LocalDate dayZero, @Nullable Precision shownAs) {
            this(value, dayZero, shownAs, NumberFormat.GENERAL);
        }

        /** Zero is blank where the format hides it. */
        @Override
        public boolean isBlank() {
            return value.signum() == 0 && SheetCell.super.isBlank();
        }

        /** The number in its format; a day is shown as 2023-06-28 whatever its format. */
        @Override
        public String shown() {
            if (!isDay()) {
                return display().text();
            }
            var day = dayZero.plusDays(value.setScale(0, RoundingMode.FLOOR).longValueExact())
                    .toString();
            return switch (shownAs == null ? Precision.DAY : shownAs) {
                case DAY -> day;
                case MONTH, QUARTER -> day.substring(0, day.length() - 3);
                case YEAR -> day.substring(0, day.length() - 6);
            };
        }

        /** The number with the words around it, in its format. */
        public NumberFormat.Display display() {
            return isDay() || format.isDay() ? NumberFormat.GENERAL.display(value) : format.display(value);
        }

        /** Whether the cell shows a day. */
        public boolean isDay() {
            boolean formatted = shownAs != null || format.isDay();
            return formatted && value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(LAST_DAY) <= 0;
        }
    }

    /** A formula that failed, with its code such as {@code #REF!}. */
    record Failed(String shown) implements SheetCell {}

    /** A formula whose value was not saved, as by a program that does not calculate; the formula with its equals sign. */
    record Unsaved(String shown) implements SheetCell {

        @Override
        public boolean isBlank() {
            return false;
        }
    }
}
