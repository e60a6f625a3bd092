package org.investmentpipeline.figures.columns.scan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.figures.columns.data.CodeColumn;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.FilterReader;
import org.jspecify.annotations.Nullable;

/** Compiles the filter that the condition of SQL is made of, read by the same reader, to conditions on columns. */
public final class FilterCompiler {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 1000);

    private final FilterReader reader;
    private final PositionColumns columns;

    public FilterCompiler(FilterReader reader, PositionColumns columns) {
        this.reader = reader;
        this.columns = columns;
    }

    /** A filter without a text to search for; refused as in SQL when it names what does not exist. */
    public RowFilter compile(Filter filter, SizeTiers tiers) {
        var tests = new ArrayList<RowTest>();
        filter.values().forEach((dimension, asked) -> {
            var wanted = reader.read(dimension, asked, tiers, this::isInUse);
            tests.add(
                    switch (dimension.kind()) {
                        case WORD, FLAG, CODE, TREE, NAME, ID -> code(dimension, wanted);
                        case SET -> set(dimension, wanted);
                        case TIER -> bracket(wanted, tiers);
                        case COMPLETE -> complete(dimension, wanted);
                        case LEAST -> bounds(number(wanted), null);
                        case MOST -> bounds(null, number(wanted));
                        case TEXT -> throw new IllegalArgumentException("the columns have no text");
                    });
        });
        return new RowFilter(List.copyOf(tests));
    }

    private static BigDecimal number(FilterReader.Wanted wanted) {
        return (BigDecimal) wanted.values().get(0);
    }

    private RowTest set(Dimension dimension, FilterReader.Wanted wanted) {
        var coded = columns.coded(dimension.attribute());
        var codes = new boolean[coded.dictionary().size()];
        for (var code = 1; code < codes.length; code++) {
            codes[code] = hasAny(coded.dictionary().value(code), wanted.values());
        }
        codes[0] = wanted.absent();
        return (rows, count, passed) -> coded.column().test(rows, count, codes, passed);
    }

    private static boolean hasAny(@Nullable Object set, Collection<?> wanted) {
        return set instanceof CodeSet found && !Collections.disjoint(found.codes(), wanted);
    }

    private RowTest complete(Dimension dimension, FilterReader.Wanted wanted) {
        var parts = dimension.attributes().stream()
                .map(attribute -> columns.coded(attribute).column())
                .toArray(CodeColumn[]::new);
        var isTrueWanted = wanted.values().contains(true);
        var isFalseWanted = wanted.values().contains(false);
        return (rows, count, passed) -> {
            for (var i = 0; i < count; i++) {
                var isComplete = true;
                for (var part : parts) {
                    isComplete &= part.get(rows[i]) != 0;
                }
                passed[i] &= isComplete ? isTrueWanted : isFalseWanted;
            }
        };
    }

    /** A code that a position has cannot be removed from its catalogue. */
    private boolean isInUse(Dimension dimension, Object value) {
        var dictionary = columns.coded(dimension.attribute()).dictionary();
        return dimension.kind() == Dimension.Kind.SET
                ? IntStream.range(1, dictionary.size()).anyMatch(code -> hasAny(dictionary.value(code), List.of(value)))
                : dictionary.find(value) > 0;
    }

    private RowTest code(Dimension dimension, FilterReader.Wanted wanted) {
        var coded = columns.coded(dimension.attribute());
        // Found first: a catch-up may add values meanwhile, and the size that is read afterwards covers them.
        var found = wanted.values().stream().mapToInt(coded.dictionary()::find).toArray();
        var codes = new boolean[coded.dictionary().size()];
        for (var code : found) {
            codes[code] = true;
        }
        codes[0] = wanted.absent();
        return (rows, count, passed) -> coded.column().test(rows, count, codes, passed);
    }

    private RowTest bracket(FilterReader.Wanted wanted, SizeTiers tiers) {
        var brackets = new Brackets(tiers, columns);
        var named = wanted.values().stream().map(SizeTier.class::cast).toList();
        var codes = brackets.codes(named, wanted.absent());
        return (rows, count, passed) -> brackets.test(rows, count, codes, passed);
    }

    @SuppressWarnings("ShortCircuitBoolean") // no branch for each condition of each row
    private RowTest bounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        var measure = Measure.INVESTMENT;
        var lower = least == null ? 0 : units(least, measure, RoundingMode.CEILING);
        var upper = most == null ? Long.MAX_VALUE : units(most, measure, RoundingMode.FLOOR);
        var values = columns.measure(measure).values();
        var present = columns.present;
        return (rows, count, passed) -> {
            for (var i = 0; i < count; i++) {
                var row = rows[i];
                var value = values[row];
                passed[i] &= value >= lower & value <= upper & (present.get(row) & measure.bit()) != 0;
            }
        };
    }

    /** A bound that is finer than the unit, or beyond what can be kept, leaves the same rows as the nearest that is not. */
    private static long units(BigDecimal bound, Measure measure, RoundingMode rounding) {
        var near = bound.min(MOST).max(MOST.negate());
        return near.setScale(measure.decimals(), rounding).unscaledValue().longValueExact();
    }
}
