package org.investmentpipeline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds in an answer the pairs of numbers that plain SQL must agree with: count and sum of each row that counts anything. */
enum Reading {
    FIGURE {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return counted(answer, "");
        }
    },
    /** The rows of each interval. */
    SERIES {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return StreamSupport.stream(answer.at("/series").spliterator(), false)
                    .flatMap(step -> counted(step, ""));
        }
    },
    BRIDGE {
        @Override
        Stream<Pair> all(JsonNode answer) {
            var revalued = pairs(answer.at("/rows"), "/revalued/changes", "/revalued/investment");
            var others = Stream.of("/opening", "/entered", "/left", "/closing").flatMap(part -> counted(answer, part));
            return Stream.concat(revalued, others);
        }
    },
    CONVERSION {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return counted(answer, "/signed");
        }
    },
    /** Count and median. */
    LEAD_TIMES {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return pairs(answer.at("/rows"), "/count", "/median");
        }
    },
    /** The id and the investment of each project listed. */
    LIST {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return pairs(answer.at("/items"), "/id", "/investment/cny");
        }
    },
    /** An answer without content: what the reader has still holds. */
    UNCHANGED {
        @Override
        Stream<Pair> all(JsonNode answer) {
            return Stream.of();
        }
    };

    /** Two numbers of one row. */
    record Pair(BigDecimal first, BigDecimal second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            var byFirst = first.compareTo(other.first);
            return byFirst == 0 ? second.compareTo(other.second) : byFirst;
        }

        @Override
        public String toString() {
            return first.toPlainString() + ": " + second.toPlainString();
        }
    }

    abstract Stream<Pair> all(JsonNode answer);

    List<Pair> read(JsonNode answer) {
        return comparable(all(answer));
    }

    /** In one order and one way of writing numbers, without rows that count nothing. */
    static List<Pair> comparable(Stream<Pair> pairs) {
        return pairs.filter(pair -> pair.first.signum() != 0)
                .map(pair -> new Pair(plain(pair.first), plain(pair.second)))
                .sorted()
                .toList();
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Stream<Pair> counted(JsonNode answer, String part) {
        return pairs(answer.at("/rows"), part + "/count", part + "/investment");
    }

    private static Stream<Pair> pairs(JsonNode rows, String first, String second) {
        var pairs = new ArrayList<Pair>();
        rows.forEach(row ->
                pairs.add(new Pair(row.at(first).decimalValue(), row.at(second).decimalValue())));
        return pairs.stream();
    }
}
