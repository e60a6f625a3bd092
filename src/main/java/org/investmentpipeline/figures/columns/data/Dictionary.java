package org.investmentpipeline.figures.columns.data;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The values of a column by their codes, from 1 up in the order in which they came; 0 is no value. It only grows. */
public final class Dictionary {
    /** An entry of the map, its key and its place among the values, about. */
    private static final long BYTES_OF_A_VALUE = 120;

    private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
    private volatile @Nullable Object[] values = new Object[16];
    private volatile int size = 1;

    /** The code of a value, a new one for a value that is new; by the one thread that writes. */
    public int code(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        var known = codes.get(value);
        return known == null ? add(value) : known;
    }

    private int add(Object value) {
        var code = size;
        if (code == values.length) {
            values = Arrays.copyOf(values, code * 2);
        }
        values[code] = value;
        size = code + 1;
        codes.put(value, code);
        return code;
    }

    /** The code of a value; 0 when no row has it. */
    public int find(Object value) {
        return codes.getOrDefault(value, 0);
    }

    @Nullable
    public Object value(int code) {
        return values[code];
    }

    /** One more than the largest code. */
    public int size() {
        return size;
    }

    public long bytes() {
        return size * BYTES_OF_A_VALUE;
    }
}
