package org.investmentpipeline.figures.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.project.query.Dimension;

/** Dated deltas summed by day, month and year, by several dimensions at once. */
final class Sums {
    /** What is summed together. */
    record Key(Dimension dimension, Grain grain, LocalDate firstDay, String stage, String status, String member) {
        /** The order of the rows in the database, the cheapest to insert in. */
        static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(key -> key.dimension.name())
                .thenComparing(key -> key.grain.name())
                .thenComparing(Key::firstDay)
                .thenComparing(Key::stage)
                .thenComparing(Key::status)
                .thenComparing(Key::member);

        private Key by(Grain coarser) {
            return new Key(dimension, coarser, coarser.floor(firstDay), stage, status, member);
        }
    }

    /** By how much the stock changes, and the entries there are. */
    record Sum(CountAndSum stock, CountAndSum entries) {
        static final Sum NONE = new Sum(CountAndSum.NONE, CountAndSum.NONE);

        Sum plus(Sum other) {
            return new Sum(stock.plus(other.stock), entries.plus(other.entries));
        }

        /** Whether both sum up to the same; a trailing zero is no difference. */
        boolean agreesWith(Sum other) {
            return agree(stock, other.stock) && agree(entries, other.entries);
        }

        private static boolean agree(CountAndSum one, CountAndSum other) {
            return one.count() == other.count() && one.investment().compareTo(other.investment()) == 0;
        }
    }

    /** A sum with what it is of. */
    record Row(Key key, Sum sum) {}

    private final Map<Key, Sum> sums = new HashMap<>();
    /** The few words that millions of deltas repeat, each held once. */
    private final Map<String, String> words = new HashMap<>();

    /** Adds a delta of a day. */
    void add(Dimension dimension, LocalDate day, String stage, String status, String member, Sum delta) {
        UnaryOperator<String> once = word -> words.computeIfAbsent(word, any -> word);
        var key = new Key(dimension, Grain.DAY, day, once.apply(stage), once.apply(status), once.apply(member));
        sums.merge(key, delta, Sum::plus);
    }

    /** The sums of days, with those of the months and years they make, in the order of the database. */
    List<Row> rows() {
        var coarser = new HashMap<Key, Sum>();
        sums.forEach((key, sum) -> {
            coarser.merge(key.by(Grain.MONTH), sum, Sum::plus);
            coarser.merge(key.by(Grain.YEAR), sum, Sum::plus);
        });
        var rows = new ArrayList<Row>(sums.size() + coarser.size());
        sums.forEach((key, sum) -> rows.add(new Row(key, sum)));
        coarser.forEach((key, sum) -> rows.add(new Row(key, sum)));
        rows.sort(Comparator.comparing(Row::key, Key.ORDER));
        return rows;
    }
}
