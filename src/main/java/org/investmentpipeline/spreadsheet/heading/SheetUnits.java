package org.investmentpipeline.spreadsheet.heading;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The units that a sheet names above its headings for all columns, such as {@code 单位：万元、亩}.
 *
 * @param money null when no unit of money is named
 * @param area null when no unit of area is named
 */
record SheetUnits(@Nullable String money, @Nullable String area) {

    static final SheetUnits NONE = new SheetUnits(null, null);

    /** A longer cell is a remark or a description. */
    private static final int LONGEST = 100;

    private static final Pattern STATED = Pattern.compile("(?:单位|unit|units) ?: ?(?<units>[^()]+)");
    private static final Pattern SEPARATOR = Pattern.compile("[、,;/ ]+");

    /** These units, and those of one more row above the headings. */
    SheetUnits with(SheetRow row) {
        var units = this;
        for (var cell : row.cells()) {
            if (cell.shown().length() <= LONGEST) {
                var stated = STATED.matcher(Wording.of(cell.shown()));
                units = stated.find() ? units.with(stated.group("units").strip()) : units;
            }
        }
        return units;
    }

    /** Several units of money leave open which of them counts. */
    private SheetUnits with(String stated) {
        if (isMoney(stated)) {
            return new SheetUnits(stated, area);
        }
        var parts = Arrays.asList(SEPARATOR.split(stated));
        var moneys = parts.stream().filter(SheetUnits::isMoney).distinct().toList();
        var named = moneys.isEmpty() ? money : moneys.get(0);
        return new SheetUnits(
                moneys.size() > 1 ? null : named,
                parts.stream().filter(Quantities::isLandUnit).findFirst().orElse(area));
    }

    private static boolean isMoney(String stated) {
        var unit = Unit.of(stated);
        return unit != null && unit.magnitude() != null;
    }
}
