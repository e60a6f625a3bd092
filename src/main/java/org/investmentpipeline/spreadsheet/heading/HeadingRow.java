package org.investmentpipeline.spreadsheet.heading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Amounts;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Interprets a heading row: by the caller's mapping first, then by the headings that bureaus use. */
public final class HeadingRow {

    private static final int ENOUGH = 2;
    /** A longer cell is a remark or a description. */
    private static final int LONGEST_HEADING = 300;

    private final Map<String, Wish> mapping = new HashMap<>();
    private final Unit unit;
    private final @Nullable String unitWritten;
    private final @Nullable String currency;

    /** The field to which the caller maps a heading; without a field the column is ignored. */
    private record Wish(String heading, @Nullable StatedField field) {}

    /** @throws UnreadableSheet when the options name a field, unit or currency that does not exist */
    public HeadingRow(ReadingOptions options) {
        options.mapping().forEach((heading, key) -> mapping.put(Wording.of(heading), wish(heading, key)));
        unitWritten = blankToNull(options.unit());
        unit = unitWritten == null ? Unit.NONE : unit(unitWritten);
        currency = blankToNull(options.currency()) == null ? null : currency(options.currency());
    }

    /** The number of fields that a row would fill as the heading row; 0 without the project's name. */
    public int sense(SheetRow row) {
        var fields = headings(row).stream().map(this::field).collect(Collectors.toCollection(HashSet::new));
        fields.remove(null);
        return fields.contains(StatedField.NAME) && fields.size() >= ENOUGH ? fields.size() : 0;
    }

    /** @throws UnreadableSheet when a mapped heading is not in the row, or two headings are mapped to one field */
    public Columns read(SheetRow row) {
        var headings = headings(row);
        refuseMissing(headings);
        var fields = choose(headings);
        var investment = fields.get(StatedField.INVESTMENT);
        String stated = investment == null ? null : investment.unit();
        var heading = stated == null ? null : Unit.of(stated);
        var amounts = new Amounts(heading == null ? Unit.NONE : heading, unit, currency);
        var land = fields.get(StatedField.LAND_AREA);
        String landUnit = land == null
                ? null
                : land.remarks().stream()
                        .filter(Quantities::isLandUnit)
                        .findFirst()
                        .orElse(null);
        var readings = headings.stream()
                .map(h -> reading(h, fields, amounts, landUnit))
                .toList();
        return new Columns(row.number(), fields, amounts, landUnit, readings);
    }

    private List<Heading> headings(SheetRow row) {
        var headings = new ArrayList<Heading>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cell(column).isBlank() && row.cell(column).shown().length() <= LONGEST_HEADING) {
                headings.add(Heading.of(column, row.cell(column)).withoutBareUnit(HeadingAliases::isKnown));
            }
        }
        return headings;
    }

    private @Nullable Wish wish(Heading heading) {
        var whole = mapping.get(heading.whole());
        return whole == null ? mapping.get(heading.base()) : whole;
    }

    private @Nullable StatedField field(Heading heading) {
        var wish = wish(heading);
        if (wish != null) {
            return wish.field;
        }
        var alias = HeadingAliases.of(heading);
        return alias == null ? null : alias.field();
    }

    private Map<StatedField, Heading> choose(List<Heading> headings) {
        var chosen = new EnumMap<StatedField, Heading>(StatedField.class);
        for (var heading : headings) {
            var wish = wish(heading);
            if (wish != null && wish.field != null) {
                var other = chosen.putIfAbsent(wish.field, heading);
                if (other != null && !other.whole().equals(heading.whole())) {
                    throw new UnreadableSheet(LocalizedText.of(
                            "The mapping gives %1$s two headings: \"%2$s\" and \"%3$s\".",
                            "mapping 将两个表头都对应到 %1$s：“%2$s”和“%3$s”。",
                            wish.field.key(),
                            other.written(),
                            heading.written()));
                }
            }
        }
        headings.stream()
                .filter(heading -> wish(heading) == null && HeadingAliases.of(heading) != null)
                .sorted(Comparator.comparingInt(HeadingRow::rank))
                .forEach(heading -> chosen.putIfAbsent(fieldOf(heading), heading));
        return chosen;
    }

    private static int rank(Heading heading) {
        var alias = HeadingAliases.of(heading);
        return alias == null ? Integer.MAX_VALUE : alias.rank();
    }

    private static StatedField fieldOf(Heading heading) {
        var alias = HeadingAliases.of(heading);
        if (alias == null) {
            throw new IllegalStateException(heading.written());
        }
        return alias.field();
    }

    private HeadingReading reading(
            Heading heading, Map<StatedField, Heading> fields, Amounts amounts, @Nullable String landUnit) {
        var field = field(heading);
        if (field == null) {
            boolean left = wish(heading) != null;
            return unused(heading, left ? leftOut() : HeadingAliases.unused(heading));
        }
        var chosen = fields.get(field);
        if (chosen != null && chosen.column() != heading.column()) {
            return unused(
                    heading,
                    LocalizedText.of(
                            "\"%1$s\" in column %2$s is read instead.",
                            "已采用 %2$s 列的“%1$s”。", chosen.written(), chosen.letters()));
        }
        if (field == StatedField.INVESTMENT) {
            String unitShown = heading.unit() == null ? unitWritten : heading.unit();
            var note = amounts.columnMagnitude() == null ? noUnit() : null;
            return used(heading, field, unitShown, amounts.columnCurrency(), note);
        }
        return used(heading, field, field == StatedField.LAND_AREA ? landUnit : null, null, null);
    }

    private static HeadingReading used(
            Heading heading,
            StatedField field,
            @Nullable String unit,
            @Nullable String currency,
            @Nullable LocalizedText note) {
        return new HeadingReading(heading.letters(), heading.written(), field.key(), unit, currency, note);
    }

    private static HeadingReading unused(Heading heading, LocalizedText note) {
        return new HeadingReading(heading.letters(), heading.written(), null, null, null, note);
    }

    private static LocalizedText leftOut() {
        return LocalizedText.of("Ignored because of the mapping.", "按 mapping 不采用。");
    }

    private static LocalizedText noUnit() {
        return LocalizedText.of(
                "No unit is given: amounts without one in the cell are refused unless `unit` is given.",
                "未写明单位：单元格内也无单位的金额将被拒绝，除非给出 unit 参数。");
    }

    private void refuseMissing(List<Heading> headings) {
        var present = new HashSet<String>();
        headings.forEach(h -> present.addAll(List.of(h.whole(), h.base())));
        var missing = mapping.entrySet().stream()
                .filter(e -> !present.contains(e.getKey()))
                .map(e -> e.getValue().heading)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableSheet(LocalizedText.of(
                    "The mapping names headings that do not exist: %1$s; the heading row has: %2$s.",
                    "mapping 中的表头不存在：%1$s；表头行为：%2$s。",
                    String.join(", ", missing),
                    headings.stream().map(Heading::written).collect(Collectors.joining(", "))));
        }
    }

    private static Wish wish(String heading, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return new Wish(heading, null);
        }
        return new Wish(
                heading,
                StatedField.of(key.strip())
                        .orElseThrow(() -> new UnreadableSheet(LocalizedText.of(
                                "The mapping names a field that does not exist: %1$s.",
                                "mapping 中的字段不存在：%1$s。", key))));
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

    private static String currency(@Nullable String written) {
        String code = written == null ? null : Unit.currency(written);
        if (code == null) {
            throw new UnreadableSheet(LocalizedText.of(
                    "\"%1$s\" is not a known currency; examples are CNY, USD and 美元.",
                    "“%1$s”不是币种，可用 CNY、USD、美元等。", String.valueOf(written)));
        }
        return code;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
