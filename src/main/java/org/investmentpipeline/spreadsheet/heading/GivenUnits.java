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
     * The reader of a column's amounts. A heading with a currency alone, in a sheet with a unit such as 万元, leaves the unit open.
     *
     * @param heading the unit of the column's heading, null when it names none
     * @param sheet the unit above the headings, null when there is none
     */
    Amounts amounts(@Nullable String heading, @Nullable String sheet) {
        var own = heading == null ? Unit.NONE : known(heading);
        if (sheet == null || own.magnitude() != null) {
            return new Amounts(own, unit, currency);
        }
        return own.currency() == null
                ? new Amounts(known(sheet), unit, currency)
                : new Amounts(Unit.NONE, unit, own.currency());
    }

    private static Unit known(String written) {
        var unit = Unit.of(written);
        return unit == null ? Unit.NONE : unit;
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
