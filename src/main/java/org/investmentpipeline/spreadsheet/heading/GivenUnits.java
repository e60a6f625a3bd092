package org.investmentpipeline.spreadsheet.heading;

import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The unit and currency that the caller gives for amounts without one.
 *
 * @param written the unit as the caller wrote it, null when none was given
 */
record GivenUnits(
        Unit unit, @Nullable String written, @Nullable String currency) {

    /** @throws UnreadableSheet when the unit or currency is not known */
    static GivenUnits of(ReadingOptions options) {
        var written = blankToNull(options.unit());
        var currency = blankToNull(options.currency());
        return new GivenUnits(
                written == null ? Unit.NONE : unit(written), written, currency == null ? null : currency(currency));
    }

    /**
     * The reader of a column's amounts.
     *
     * @param stated the unit of the column's heading or of the sheet, null when neither names one
     */
    Amounts amounts(@Nullable String stated) {
        var own = stated == null ? null : Unit.of(stated);
        return new Amounts(own == null ? Unit.NONE : own, unit, currency);
    }

    private static Unit unit(String written) {
        var unit = Unit.of(written);
        if (unit == null || unit.magnitude() == null) {
            throw new UnreadableSheet(LocalizedText.of(
                    "\"%1$s\" is not a known unit; examples are 元, 万元, 亿元, million and 万美元.",
                    "“%1$s”不是金额单位，可用元、万元、亿元、million、万美元等。", written));
        }
        return unit;
    }

    private static String currency(String written) {
        var code = Unit.currency(written);
        if (code == null) {
            throw new UnreadableSheet(LocalizedText.of(
                    "\"%1$s\" is not a known currency; examples are CNY, USD and 美元.",
                    "“%1$s”不是币种，可用 CNY、USD、美元等。", written));
        }
        return code;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
