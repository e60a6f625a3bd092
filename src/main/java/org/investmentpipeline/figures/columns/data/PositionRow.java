package org.investmentpipeline.figures.columns.data;

import org.investmentpipeline.figures.table.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A position as it is read for the columns.
 *
 * @param from as a day since 1970, as {@code to}
 * @param recordedAt in milliseconds since 1970, as {@code supersededAt}
 * @param coded the values of {@link PositionColumns#ATTRIBUTES}
 * @param measures by {@link Measure}; zero where there is none
 * @param present the bits of the measures that there are
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows, and millions of them are read
public record PositionRow(
        long project,
        int from,
        int to,
        int ordinal,
        boolean entry,
        long recordedAt,
        long supersededAt,
        @Nullable Object[] coded,
        long[] measures,
        int present) {}
