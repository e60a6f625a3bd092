package org.investmentpipeline.figures;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of several days or periods, for each measure that is asked for; each is counted once.
 *
 * @param <K> a day or a period
 */
final class SumReader<K> {
    private final Map<Measure, Function<K, Aggregates>> sources = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<K, Aggregates>> read = new EnumMap<>(Measure.class);

    /** @param source the aggregates of a question that sums one measure */
    SumReader(FigureQuery asked, Function<FigureQuery, Function<K, Aggregates>> source) {
        for (var measure : asked.measures().all()) {
            sources.put(measure, source.apply(asked.summing(measure)));
            read.put(measure, new HashMap<>());
        }
    }

    /** Counts and investments. */
    Aggregates of(K key) {
        return of(Measure.INVESTMENT, key);
    }

    /** A sum of another measure; null when it is not asked for. */
    @Nullable
    BigDecimal sum(Measure measure, K key, Function<Aggregates, CountAndSum> reading) {
        return sources.containsKey(measure)
                ? Money.plain(reading.apply(of(measure, key)).investment())
                : null;
    }

    private Aggregates of(Measure measure, K key) {
        var cells = read.get(measure);
        var source = sources.get(measure);
        if (cells == null || source == null) {
            throw new IllegalArgumentException(measure.json());
        }
        return cells.computeIfAbsent(key, source);
    }
}
