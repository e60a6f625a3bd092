package org.investmentpipeline.figures.columns.scan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.project.query.FilterReader;
import org.investmentpipeline.project.query.ProjectFilter;
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
    public RowFilter compile(ProjectFilter filter, SizeTiers tiers) {
        var tests = new ArrayList<RowTest>();
        filter.values().forEach((dimension, asked) -> {
            var wanted = reader.read(dimension, asked, tiers, this::isInUse);
            tests.add(dimension.isBracket() ? bracket(wanted, tiers) : code(dimension, wanted));
        });
        if (filter.minInvestment() != null || filter.maxInvestment() != null) {
            tests.add(bounds(filter.minInvestment(), filter.maxInvestment()));
        }
        return new RowFilter(List.copyOf(tests));
    }

    /** A code that a position has cannot be removed from its catalogue. */
    private boolean isInUse(Dimension dimension, Object value) {
        return !dimension.isBracket()
                && columns.coded(dimension.attribute()).dictionary().find(value) > 0;
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
