package org.investmentpipeline.spreadsheet.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Cells that count or measure something other than money: land in mu (亩), and jobs. */
public final class Quantities {

    /** 1 mu is 10000/15 m², hence 1 m² exactly 0.0015 mu. */
    private static final Map<String, BigDecimal> LAND = Map.of(
            "亩",
            BigDecimal.ONE,
            "mu",
            BigDecimal.ONE,
            "公顷",
            BigDecimal.valueOf(15),
            "ha",
            BigDecimal.valueOf(15),
            "hectares",
            BigDecimal.valueOf(15),
            "平方米",
            new BigDecimal("0.0015"),
            "m2",
            new BigDecimal("0.0015"),
            "万平方米",
            BigDecimal.valueOf(15));

    private static final Pattern WRITTEN =
            Pattern.compile("约?(?<digits>-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?) ?(?<unit>[^\\d]*)");
    private static final BigDecimal MOST_LAND = new BigDecimal("9999999999.99");

    private Quantities() {}

    /** Whether the unit in a heading is one of land. */
    public static boolean isLandUnit(String unit) {
        return LAND.containsKey(Wording.of(unit));
    }

    /**
     * An area in mu with two decimals; converted ones are rounded half up.
     *
     * @param unit of the heading, null for mu
     */
    public static @Nullable BigDecimal land(SheetCell cell, @Nullable String unit) throws RefusedCell {
        var expected = LocalizedText.of(
                "Expected an area of 0 or more with at most two decimals, such as 120.5 mu.",
                "应为不小于 0 的面积，最多两位小数，如 120.5 亩。");
        String text = Texts.measure(cell);
        if (Wording.isPlaceholder(text)) {
            return null;
        }
        var parts = WRITTEN.matcher(Wording.of(text));
        if (!parts.matches()) {
            throw new RefusedCell(expected);
        }
        var named = parts.group("unit").isEmpty() ? Wording.of(unit == null ? "亩" : unit) : parts.group("unit");
        var factor = LAND.get(named);
        if (factor == null) {
            throw new RefusedCell(expected);
        }
        var area = number(parts.group("digits")).multiply(factor);
        var rounded = area.setScale(2, RoundingMode.HALF_UP);
        boolean exact = factor.compareTo(BigDecimal.ONE) != 0 || rounded.compareTo(area) == 0;
        if (area.signum() < 0 || !exact || rounded.compareTo(MOST_LAND) > 0) {
            throw new RefusedCell(expected);
        }
        return rounded;
    }

    /** A number of people. */
    public static @Nullable Integer jobs(SheetCell cell) throws RefusedCell {
        String text = Texts.measure(cell);
        if (Wording.isPlaceholder(text)) {
            return null;
        }
        var parts = WRITTEN.matcher(Wording.of(text));
        if (!parts.matches() || !parts.group("unit").matches("人|个|名|jobs|people|")) {
            throw wholeNumber();
        }
        try {
            int jobs = number(parts.group("digits")).intValueExact();
            if (jobs >= 0) {
                return jobs;
            }
        } catch (ArithmeticException fractionOrTooLarge) {
            throw wholeNumber();
        }
        throw wholeNumber();
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static RefusedCell wholeNumber() {
        return new RefusedCell(LocalizedText.of("Expected a whole number of 0 or more.", "应为不小于 0 的整数。"));
    }
}
