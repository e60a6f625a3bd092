package org.investmentpipeline.figures.columns.scan;

import java.util.List;
import org.investmentpipeline.figures.columns.data.CodeColumn;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.money.SizeTier;
import org.investmentpipeline.money.SizeTiers;

/** The size tiers as codes of rows: 0 without an investment, else one more than the place of the tier. */
public final class Brackets {
    private static final Measure MEASURE = Measure.INVESTMENT;

    private final SizeTiers tiers;
    private final long[] lower;
    private final CodeColumn present;
    private final long[] values;

    public Brackets(SizeTiers tiers, PositionColumns columns) {
        this.tiers = tiers;
        this.lower = tiers.tiers().stream()
                .mapToLong(tier -> MEASURE.units(tier.lower()))
                .toArray();
        this.present = columns.present;
        this.values = columns.measure(MEASURE).values();
    }

    public int code(int row) {
        if ((present.get(row) & MEASURE.bit()) == 0) {
            return 0;
        }
        var value = values[row];
        var code = 1;
        // No branch for each row: the edges are few, and amounts come in no order.
        for (var i = 1; i < lower.length; i++) {
            code += value >= lower[i] ? 1 : 0;
        }
        return code;
    }

    public int size() {
        return lower.length + 1;
    }

    public String text(int code, String unknown) {
        return code == 0 ? unknown : tiers.tiers().get(code - 1).code();
    }

    /** Whether each code is wanted. */
    public boolean[] codes(List<SizeTier> wanted, boolean absent) {
        var codes = new boolean[size()];
        codes[0] = absent;
        wanted.forEach(tier -> codes[1 + tiers.tiers().indexOf(tier)] = true);
        return codes;
    }

    public void test(int[] rows, int count, boolean[] wanted, boolean[] passed) {
        for (var i = 0; i < count; i++) {
            passed[i] = passed[i] && wanted[code(rows[i])];
        }
    }

    public void mix(int[] rows, int count, long[] keys) {
        var radix = size();
        for (var i = 0; i < count; i++) {
            keys[i] = keys[i] * radix + code(rows[i]);
        }
    }
}
