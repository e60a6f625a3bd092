package org.investmentpipeline.spreadsheet.heading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetField.Quantity;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Interprets a heading row: by the caller's mapping first, then by the headings that bureaus use. */
public final class HeadingRow {

    private static final int ENOUGH = 2;
    /** A longer cell is a remark or a description. */
    private static final int LONGEST_HEADING = 300;

    private final SheetSchema schema;
    private final HeadingMapping mapping;
    private final GivenUnits given;

    /** @throws UnreadableSheet when the options name a field, unit or currency that does not exist */
    public HeadingRow(SheetSchema schema, ReadingOptions options) {
        this.schema = schema;
        this.mapping = new HeadingMapping(schema, options.mapping());
        this.given = GivenUnits.of(options);
    }

    /** The number of fields that a row would fill as the heading row; 0 without the subject. */
    public int sense(SheetRow row) {
        var fields = headings(row).stream().map(this::field).collect(Collectors.toCollection(HashSet::new));
        fields.remove(null);
        return fields.contains(schema.subject()) && fields.size() >= ENOUGH ? fields.size() : 0;
    }

    /** @throws UnreadableSheet when a mapped heading is not in the row, or two headings are mapped to one field */
    public Columns read(SheetRow row) {
        var headings = headings(row);
        mapping.refuseMissing(headings);
        var chosen = choose(headings);
        var columns = new LinkedHashMap<SheetField<?>, Column>();
        var readings = new ArrayList<HeadingReading>();
        for (var heading : headings) {
            var field = field(heading);
            var best = field == null ? null : chosen.get(field);
            if (field == null || best == null) {
                readings.add(unused(heading, ignored(heading)));
            } else if (best.column() != heading.column()) {
                readings.add(unused(heading, readInstead(best)));
            } else {
                var column = column(heading);
                columns.put(field, column);
                readings.add(used(heading, field, column));
            }
        }
        return new Columns(row.number(), columns, readings);
    }

    private List<Heading> headings(SheetRow row) {
        var headings = new ArrayList<Heading>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cell(column).isBlank() && row.cell(column).shown().length() <= LONGEST_HEADING) {
                headings.add(Heading.of(column, row.cell(column)).withoutBareUnit(text -> schema.alias(text) != null));
            }
        }
        return headings;
    }

    private SheetSchema.@Nullable Alias alias(Heading heading) {
        var whole = schema.alias(heading.whole());
        return whole == null ? schema.alias(heading.base()) : whole;
    }

    private @Nullable SheetField<?> field(Heading heading) {
        var assigned = mapping.of(heading);
        if (assigned != null) {
            return assigned.field();
        }
        var alias = alias(heading);
        return alias == null ? null : alias.field();
    }

    /** The heading of each field: the mapped one, or else the one with the best rank. */
    private Map<SheetField<?>, Heading> choose(List<Heading> headings) {
        var chosen = new HashMap<SheetField<?>, Heading>();
        for (var heading : headings) {
            var assigned = mapping.of(heading);
            if (assigned != null && assigned.field() != null) {
                var other = chosen.putIfAbsent(assigned.field(), heading);
                if (other != null && !other.whole().equals(heading.whole())) {
                    throw mappedTwice(assigned.field(), other, heading);
                }
            }
        }
        headings.stream()
                .filter(heading -> mapping.of(heading) == null)
                .flatMap(heading -> {
                    var alias = alias(heading);
                    return alias == null ? null : Stream.of(new Candidate(heading, alias));
                })
                .sorted(Comparator.comparingInt(candidate -> candidate.alias.rank()))
                .forEach(candidate -> chosen.putIfAbsent(candidate.alias.field(), candidate.heading));
        return chosen;
    }

    private record Candidate(Heading heading, SheetSchema.Alias alias) {}

    private Column column(Heading heading) {
        var areaUnit = heading.remarks().stream()
                .filter(Quantities::isLandUnit)
                .findFirst()
                .orElse(null);
        return new Column(heading.column(), heading.letters(), heading.written(), given.amounts(heading), areaUnit);
    }

    private HeadingReading used(Heading heading, SheetField<?> field, Column column) {
        var money = field.quantity() == Quantity.MONEY;
        var unit = switch (field.quantity()) {
            case MONEY -> heading.unit() == null ? given.written() : heading.unit();
            case AREA -> column.areaUnit();
            case NONE, COUNT -> null;
        };
        return new HeadingReading(
                column.letters(),
                column.heading(),
                field.key(),
                unit,
                money ? column.amounts().columnCurrency() : null,
                money && column.amounts().columnMagnitude() == null ? noUnit() : null);
    }

    private static HeadingReading unused(Heading heading, LocalizedText note) {
        return new HeadingReading(heading.letters(), heading.written(), null, null, null, note);
    }

    private LocalizedText ignored(Heading heading) {
        return mapping.of(heading) == null
                ? UnusedHeadings.reason(heading)
                : LocalizedText.of("Ignored because of the mapping.", "按 mapping 不采用。");
    }

    private static LocalizedText readInstead(Heading chosen) {
        return LocalizedText.of(
                "\"%1$s\" in column %2$s is read instead.", "已采用 %2$s 列的“%1$s”。", chosen.written(), chosen.letters());
    }

    private static LocalizedText noUnit() {
        return LocalizedText.of(
                "No unit is given: amounts without one in the cell are refused unless `unit` is given.",
                "未写明单位：单元格内也无单位的金额将被拒绝，除非给出 unit 参数。");
    }

    private static UnreadableSheet mappedTwice(SheetField<?> field, Heading one, Heading other) {
        return new UnreadableSheet(LocalizedText.of(
                "The mapping gives %1$s two headings: \"%2$s\" and \"%3$s\".",
                "mapping 将两个表头都对应到 %1$s：“%2$s”和“%3$s”。", field.key(), one.written(), other.written()));
    }
}
