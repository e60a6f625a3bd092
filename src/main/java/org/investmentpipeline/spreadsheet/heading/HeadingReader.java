package org.investmentpipeline.spreadsheet.heading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.Quantities;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.OwnWords;
import org.investmentpipeline.spreadsheet.schema.SheetField;
import org.investmentpipeline.spreadsheet.schema.SheetField.Kind;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.PeekedRows;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Interprets headings: by the caller's mapping first, then by the headings that bureaus use. */
public final class HeadingReader {

    /** The number of rows searched for headings. */
    public static final int SEARCHED_ROWS = 30;

    private static final int ENOUGH = 2;
    /** A group of days, whose parts are named by stage alone: 时间节点 over 签约, 开工. */
    private static final Pattern DAYS = Pattern.compile("时间|日期|节点|\\b(dates?|time)\\b");

    private final SheetSchema schema;
    private final HeadingMapping mapping;
    private final GivenUnits given;
    private final Map<String, OwnWords> words = new HashMap<>();

    /** @throws UnreadableSheet when the options name a field, unit or currency that does not exist */
    public HeadingReader(SheetSchema schema, ReadingOptions options) {
        this.schema = schema;
        this.mapping = new HeadingMapping(schema, options.mapping());
        this.given = GivenUnits.of(options);
        options.words().forEach((key, values) -> {
            if (schema.field(key) == null) {
                throw new UnreadableSheet(LocalizedText.of(
                        "The words are for a field that does not exist: %1$s.", "words 中的字段不存在：%1$s。", key));
            }
            words.put(key, OwnWords.of(values));
        });
    }

    /** The number of fields that a row would fill as the only heading row; 0 without the subject. */
    public int sense(SheetRow row) {
        return sense(new HeadingBlock(null, row));
    }

    /**
     * The headings of a sheet, null when there are none in its first rows, or a note that the sheet is for reading. Afterwards the next row is the first one below the
     * headings.
     *
     * @param seen takes the rows above the headings, or all searched rows when there are no headings
     * @throws UnreadableSheet when a mapped heading does not exist, or two headings are mapped to one field
     */
    public @Nullable Columns find(PeekedRows rows, Consumer<SheetRow> seen) {
        var units = SheetUnits.NONE;
        SheetRow above = null;
        for (var row = rows.next(); row != null && row.number() <= SEARCHED_ROWS; row = rows.next()) {
            if (ReadingNote.isIn(row)) {
                return null;
            }
            var block = block(above, row, rows.peek());
            if (block != null) {
                if (block.lower() != row) {
                    rows.next();
                }
                return read(block, units);
            }
            units = units.with(row);
            seen.accept(row);
            above = row;
        }
        return null;
    }

    /** The headings in a row and its neighbours, null when the row has none. */
    private @Nullable HeadingBlock block(@Nullable SheetRow above, SheetRow row, @Nullable SheetRow below) {
        var alone = new HeadingBlock(null, row);
        int sense = sense(alone);
        if (below != null && HeadingBlock.canContinue(row, below)) {
            var both = new HeadingBlock(row, below);
            int more = sense(both) - sense;
            if (sense(below) == 0 && (more > 0 || more == 0 && both.hasParts())) {
                return both;
            }
        }
        if (sense == 0) {
            return null;
        }
        var grouped = new HeadingBlock(above, row);
        return HeadingBlock.canGroup(above, row) && sense(grouped) > 0 ? grouped : alone;
    }

    private int sense(HeadingBlock block) {
        var fields = new HashSet<SheetField<?>>();
        for (var heading : headings(block)) {
            var field = field(heading);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields.contains(schema.subject()) && fields.size() >= ENOUGH ? fields.size() : 0;
    }

    private Columns read(HeadingBlock block, SheetUnits units) {
        var headings = headings(block);
        mapping.refuseMissing(headings);
        var chosen = choose(headings);
        var columns = new LinkedHashMap<SheetField<?>, Column>();
        var readings = new ArrayList<HeadingReading>();
        for (var heading : headings) {
            var field = field(heading);
            var best = field == null ? null : chosen.get(field);
            if (field == null || best == null) {
                readings.add(ignored(heading, chosen));
            } else if (best.column() != heading.column()) {
                readings.add(unused(heading, readInstead(best), false));
            } else {
                var column = column(heading, field, units);
                columns.put(field, column);
                readings.add(used(heading, field, column, units));
            }
        }
        return new Columns(block.lower().number(), block.width(), columns, readings);
    }

    /** The headings of a block. One above the subject's column is a title of the whole sheet and groups nothing. */
    private List<Heading> headings(HeadingBlock block) {
        var headings = block.headings().stream()
                .map(heading -> heading.withoutBareUnit(text -> schema.alias(text) != null))
                .toList();
        var titles = headings.stream()
                .filter(heading -> heading.group() != null && field(heading) == schema.subject())
                .map(Heading::group)
                .toList();
        return titles.isEmpty()
                ? headings
                : headings.stream()
                        .map(heading -> titles.contains(heading.group()) ? heading.withoutGroup() : heading)
                        .toList();
    }

    /** The field that bureaus mean by a heading, null when it means none, or only a plan or a part of one. */
    private SheetSchema.@Nullable Alias alias(Heading heading) {
        var meant = meant(heading);
        return meant == null || UnusedHeadings.isLimited(heading, meant.field().kind()) ? null : meant;
    }

    private SheetSchema.@Nullable Alias meant(Heading heading) {
        var own = first(heading.whole(), heading.base());
        var group = heading.group();
        if (own != null || group == null) {
            return own;
        }
        return DAYS.matcher(group.base()).find()
                ? first(heading.base() + "时间", heading.base() + " date", group.base() + heading.base())
                : first(group.base() + heading.base());
    }

    private SheetSchema.@Nullable Alias first(String... comparables) {
        for (var comparable : comparables) {
            var alias = schema.alias(comparable);
            if (alias != null) {
                return alias;
            }
        }
        return null;
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
                if (other != null && !other.shown().equals(heading.shown())) {
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

    private Column column(Heading heading, SheetField<?> field, SheetUnits units) {
        var measureUnit = switch (field.kind()) {
            case AREA -> measureUnit(heading, Quantities::isArea, units.area());
            case COUNT -> measureUnit(heading, Quantities::isCount, null);
            case MONEY, TEXT, WORD, DAY -> null;
        };
        return new Column(
                heading.column(),
                heading.letters(),
                heading.shown(),
                words.getOrDefault(field.key(), OwnWords.NONE),
                given.amounts(heading.unit(), units.money()),
                measureUnit);
    }

    /** The remark that is a unit, known or not: a cell without a unit of its own is refused where the heading's is unknown. */
    private static @Nullable String measureUnit(Heading heading, Predicate<String> isUnit, @Nullable String ofSheet) {
        return heading.allRemarks().filter(isUnit).findFirst().orElse(ofSheet);
    }

    private HeadingReading used(Heading heading, SheetField<?> field, Column column, SheetUnits units) {
        var money = field.kind() == Kind.MONEY;
        var stated = heading.unit() == null ? units.money() : heading.unit();
        var unit = switch (field.kind()) {
            case MONEY -> stated == null ? given.written() : stated;
            case AREA, COUNT -> column.measureUnit();
            case TEXT, WORD, DAY -> null;
        };
        return new HeadingReading(
                column.letters(),
                column.heading(),
                field.key(),
                unit,
                money ? column.amounts().columnCurrency() : null,
                money && column.amounts().columnMagnitude() == null ? noUnit() : null,
                false);
    }

    private static HeadingReading unused(Heading heading, LocalizedText note, boolean isDoubtful) {
        return new HeadingReading(heading.letters(), heading.shown(), null, null, null, note, isDoubtful);
    }

    private HeadingReading ignored(Heading heading, Map<SheetField<?>, Heading> chosen) {
        if (mapping.of(heading) != null) {
            return unused(heading, LocalizedText.of("Ignored because of the mapping.", "按 mapping 不采用。"), false);
        }
        // A column that only its group makes a plan or a part is doubtful when no other column fills its field.
        var meant = heading.group() == null ? null : first(heading.whole(), heading.base());
        var isLost = meant != null && !chosen.containsKey(meant.field());
        return unused(heading, UnusedHeadings.reason(heading), isLost || UnusedHeadings.isDoubtful(heading));
    }

    private static LocalizedText readInstead(Heading chosen) {
        return LocalizedText.of(
                "\"%1$s\" in column %2$s is read instead.", "已采用 %2$s 列的“%1$s”。", chosen.shown(), chosen.letters());
    }

    private static LocalizedText noUnit() {
        return LocalizedText.of(
                "No unit is given: amounts without one in the cell are refused unless `unit` is given.",
                "未写明单位：单元格内也无单位的金额将被拒绝，除非给出 unit 参数。");
    }

    private static UnreadableSheet mappedTwice(SheetField<?> field, Heading one, Heading other) {
        return new UnreadableSheet(LocalizedText.of(
                "The mapping gives %1$s two headings: \"%2$s\" and \"%3$s\".",
                "mapping 将两个表头都对应到 %1$s：“%2$s”和“%3$s”。", field.key(), one.shown(), other.shown()));
    }
}
