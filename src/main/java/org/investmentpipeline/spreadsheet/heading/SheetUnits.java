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

    private static final Pattern STATED = Pattern.compile("(?:单位|unit|units) ?: ?(?<units>[^()]+)");
    private static final Pattern SEPARATOR = Pattern.compile("[、,;/ ]+");

    /** These units, and those of one more row above the headings. */
    SheetUnits with(SheetRow row) {
        var units = this;
        for (var cell : row.cells()) {
            var stated = STATED.matcher(Wording.of(cell.shown()));
            if (stated.find()) {
                units = units.with(stated.group("units").strip());
            }
        }
        return units;
    }

    private SheetUnits with(String stated) {
        var whole = Unit.of(stated);
        if (whole != null && whole.magnitude() != null) {
            return new SheetUnits(stated, area);
        }
        var parts = Arrays.asList(SEPARATOR.split(stated));
        return new SheetUnits(
                parts.stream()
                        .filter(part -> {
                            var unit = Unit.of(part);
                            return unit != null && unit.magnitude() != null;
                        })
                        .findFirst()
                        .orElse(money),
                parts.stream().filter(Quantities::isLandUnit).findFirst().orElse(area));
    }
}
