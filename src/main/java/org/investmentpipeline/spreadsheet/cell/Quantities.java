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

    private static final BigDecimal SQUARE_METRE = new BigDecimal("0.0015");
    private static final BigDecimal HECTARE = BigDecimal.valueOf(15);
    private static final BigDecimal SQUARE_KILOMETRE = BigDecimal.valueOf(1500);
    /** 4046.8564224 m². */
    private static final BigDecimal ACRE = new BigDecimal("6.0702846336");

    /** 1 mu is 10000/15 m², hence 1 m² exactly 0.0015 mu. */
    private static final Map<String, BigDecimal> LAND = Map.ofEntries(
            Map.entry("亩", BigDecimal.ONE),
            Map.entry("mu", BigDecimal.ONE),
            Map.entry("公顷", HECTARE),
            Map.entry("ha", HECTARE),
            Map.entry("hectares", HECTARE),
            Map.entry("平方米", SQUARE_METRE),
            Map.entry("平米", SQUARE_METRE),
            Map.entry("m2", SQUARE_METRE),
            Map.entry("sqm", SQUARE_METRE),
            Map.entry("万平方米", HECTARE),
            Map.entry("万平米", HECTARE),
            Map.entry("万m2", HECTARE),
            Map.entry("万亩", BigDecimal.valueOf(10_000)),
            Map.entry("平方公里", SQUARE_KILOMETRE),
            Map.entry("平方千米", SQUARE_KILOMETRE),
            Map.entry("km2", SQUARE_KILOMETRE),
            Map.entry("acre", ACRE),
            Map.entry("acres", ACRE));

    private static final Pattern AREA =
            Pattern.compile(".*(米|里|顷|亩|m2|m²)|.*\\b(mu|ha|hectares?|acres?|sq\\.? ?[a-z]+|square [a-z]+)");

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("", 1),
            Map.entry("人", 1),
            Map.entry("个", 1),
            Map.entry("名", 1),
            Map.entry("jobs", 1),
            Map.entry("people", 1),
            Map.entry("persons", 1),
            Map.entry("百人", 100),
            Map.entry("千人", 1_000),
            Map.entry("万人", 10_000),
            Map.entry("万个", 10_000),
            Map.entry("万名", 10_000));
    private static final Pattern COUNT = Pattern.compile("[十百千万]*[人个名]次?|jobs|people|persons|.*\\bthousands?\\b.*");

    private static final Pattern WRITTEN =
            Pattern.compile("约?(?<digits>-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?) ?(?<unit>[^\\d]*)");
    private static final BigDecimal MOST_LAND = new BigDecimal("9999999999.99");

    private Quantities() {}

    /** Whether the unit in a heading is one of land. */
    public static boolean isLandUnit(String unit) {
        return LAND.containsKey(Wording.of(unit));
    }

    /** Whether a text in the heading of an area is a unit, known or not. */
    public static boolean isArea(String text) {
        return AREA.matcher(Wording.of(text)).matches();
    }

    /** Whether a text in the heading of a number of people is a unit, known or not. */
    public static boolean isCount(String text) {
        return COUNT.matcher(Wording.of(text)).matches();
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

    /**
     * A number of people.
     *
     * @param unit of the heading, null for one that counts them singly
     */
    public static @Nullable Integer jobs(SheetCell cell, @Nullable String unit) throws RefusedCell {
        String text = Texts.measure(cell);
        if (Wording.isPlaceholder(text)) {
            return null;
        }
        var parts = WRITTEN.matcher(Wording.of(text));
        if (!parts.matches()) {
            throw wholeNumber();
        }
        var named = parts.group("unit").isEmpty() && unit != null ? Wording.of(unit) : parts.group("unit");
        var factor = COUNTS.get(named);
        if (factor == null) {
            throw wholeNumber();
        }
        try {
            int jobs = number(parts.group("digits"))
                    .multiply(BigDecimal.valueOf(factor))
                    .intValueExact();
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
