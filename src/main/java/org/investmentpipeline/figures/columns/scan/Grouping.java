package org.investmentpipeline.figures.columns.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.query.Dimension;

/** Tells rows apart by the dimensions of a breakdown: a number of mixed radix, one digit for each dimension. */
public final class Grouping {
    private final List<Digit> digits;
    private final long size;

    /** The digit of a dimension. */
    private interface Digit {
        int radix();

        void mix(int[] rows, int count, long[] keys);

        String text(int code);
    }

    private Grouping(List<Digit> digits) {
        this.digits = List.copyOf(digits);
        var product = 1L;
        for (var digit : digits) {
            product = Math.multiplyExact(product, digit.radix());
        }
        this.size = product;
    }

    public static Grouping by(Breakdown breakdown, SizeTiers tiers, PositionColumns columns) {
        var digits = new ArrayList<Digit>();
        for (var dimension : breakdown.dimensions()) {
            digits.add(dimension.isTier() ? bracket(tiers, columns) : coded(dimension, columns));
        }
        return new Grouping(digits);
    }

    private static Digit coded(Dimension dimension, PositionColumns columns) {
        var coded = columns.coded(dimension.attribute());
        var radix = coded.dictionary().size();
        return new Digit() {
            @Override
            public int radix() {
                return radix;
            }

            @Override
            public void mix(int[] rows, int count, long[] keys) {
                coded.column().mix(rows, count, radix, keys);
            }

            @Override
            public String text(int code) {
                return code == 0
                        ? Unknown.WORD
                        : Objects.requireNonNull(coded.dictionary().value(code)).toString();
            }
        };
    }

    private static Digit bracket(SizeTiers tiers, PositionColumns columns) {
        var brackets = new Brackets(tiers, columns);
        return new Digit() {
            @Override
            public int radix() {
                return brackets.size();
            }

            @Override
            public void mix(int[] rows, int count, long[] keys) {
                brackets.mix(rows, count, keys);
            }

            @Override
            public String text(int code) {
                return brackets.text(code, Unknown.WORD);
            }
        };
    }

    /** One more than the largest key. */
    public long size() {
        return size;
    }

    /** The keys of rows. */
    public void keys(int[] rows, int count, long[] keys) {
        Arrays.fill(keys, 0, count, 0);
        for (var digit : digits) {
            digit.mix(rows, count, keys);
        }
    }

    /** The values of the dimensions of a key. */
    public List<String> values(long key) {
        var values = new String[digits.size()];
        var rest = key;
        for (var i = values.length - 1; i >= 0; i--) {
            var digit = digits.get(i);
            var above = rest / digit.radix();
            values[i] = digit.text((int) (rest - above * digit.radix()));
            rest = above;
        }
        return List.of(values);
    }
}
