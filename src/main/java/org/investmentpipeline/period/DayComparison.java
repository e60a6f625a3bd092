package org.investmentpipeline.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.investmentpipeline.input.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The day that a stock is compared with.
 *
 * @param stated null for the same day of the year before, 29 February being the 28th
 */
public record DayComparison(@Nullable LocalDate stated) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The forms of a comparison of days, for messages and the contract. */
    public static final String FORMS = "previous-year, or a day such as 2022-12-31";

    /** @throws DateTimeException when the text is none of the forms */
    public static DayComparison parse(String text) {
        return new DayComparison(text.equals(Comparison.PREVIOUS_YEAR.toString()) ? null : Text.day(text));
    }

    /** The other day; null when it is earlier than any that can be asked for. */
    public @Nullable LocalDate of(LocalDate asOf) {
        if (stated != null) {
            return stated;
        }
        var before = asOf.minusYears(1);
        return before.isBefore(EARLIEST) ? null : before;
    }

    @Override
    public String toString() {
        return stated == null ? Comparison.PREVIOUS_YEAR.toString() : stated.toString();
    }
}
