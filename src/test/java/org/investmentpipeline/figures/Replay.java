package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The timelines of projects, and the figures as anyone could work them out from them by hand. */
final class Replay {
    private static final LocalDate OPEN = LocalDate.MAX;
    private static final Instant STANDING = Instant.MAX;
    private static final Map<String, BigDecimal> TIERS = tiers();

    private final Map<Long, List<Known>> lives = new HashMap<>();

    /** A position of a timeline, with the span of knowledge in which it was known. */
    record Known(JsonNode position, LocalDate from, LocalDate to, Instant recordedAt, Instant supersededAt) {
        static Known of(JsonNode position, Instant end) {
            var to = position.get("to");
            var superseded = position.get("supersededAt");
            return new Known(
                    position,
                    LocalDate.parse(position.get("from").asText()),
                    to.isNull() ? OPEN : LocalDate.parse(to.asText()),
                    Instant.parse(position.get("recordedAt").asText()),
                    superseded.isNull() ? end : Instant.parse(superseded.asText()));
        }

        boolean isKnownAt(Instant moment) {
            return !recordedAt.isAfter(moment) && supersededAt.isAfter(moment);
        }

        boolean entry() {
            return position.get("entry").asBoolean();
        }

        boolean hasInvestment() {
            return !position.get("investment").isNull();
        }

        BigDecimal cny() {
            return hasInvestment() ? position.at("/investment/cny").decimalValue() : BigDecimal.ZERO;
        }

        String value(String dimension) {
            if (!dimension.equals("size")) {
                return position.get(dimension).isNull()
                        ? "unknown"
                        : position.get(dimension).asText();
            }
            var size = "unknown";
            for (var tier : TIERS.entrySet()) {
                size = hasInvestment() && cny().compareTo(tier.getValue()) >= 0 ? tier.getKey() : size;
            }
            return size;
        }
    }

    /** A count and a sum of CNY. */
    record Sum(long count, BigDecimal investment) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum {
            investment = investment.setScale(2, RoundingMode.UNNECESSARY);
        }

        static Sum of(JsonNode counted) {
            return new Sum(
                    counted.get("count").asLong(), counted.get("investment").decimalValue());
        }

        Sum plus(Sum other) {
            return new Sum(count + other.count, investment.add(other.investment));
        }

        Sum minus(Sum other) {
            return new Sum(count - other.count, investment.subtract(other.investment));
        }
    }

    /** Adds the timeline of a project; one deleted meanwhile is superseded at the given moment. */
    void add(long project, JsonNode timeline, Instant end) {
        lives.put(
                project,
                StreamSupport.stream(timeline.get("items").spliterator(), false)
                        .map(position -> Known.of(position, end))
                        .toList());
    }

    void add(long project, JsonNode timeline) {
        add(project, timeline, STANDING);
    }

    /** What a question is to be answered, by row; rows with nothing in them are left out. */
    Map<List<String>, Sum> answer(Question question, Ground ground, JsonNode answer) {
        var knownAt = Instant.parse(answer.get("knownAt").asText());
        var asOf = LocalDate.parse(answer.get("asOf").asText());
        var from = LocalDate.parse(answer.path("from").asText(asOf.toString()));
        var to = LocalDate.parse(answer.path("to").asText(asOf.toString()));
        var sums = new HashMap<List<String>, Sum>();
        lives.values().stream()
                .flatMap(List::stream)
                .filter(position -> position.isKnownAt(knownAt))
                .filter(position -> question.inTime(position, asOf, from, to))
                .filter(position -> question.counts(position, ground))
                .forEach(position -> sums.merge(
                        question.by().stream().map(position::value).toList(), new Sum(1, position.cny()), Sum::plus));
        return sums;
    }

    /** Each life as it was known at a moment, position by position. */
    List<List<Known>> lives(Instant knownAt) {
        return lives.values().stream().map(life -> known(life, knownAt)).toList();
    }

    private static List<Known> known(List<Known> life, Instant moment) {
        return life.stream()
                .filter(position -> position.isKnownAt(moment))
                .sorted(Comparator.comparing(Known::from)
                        .thenComparing(
                                position -> position.position().get("ordinal").asInt()))
                .toList();
    }

    /** The moments at which a project was written, rising. */
    List<Instant> moments(long project) {
        var moments = new TreeSet<Instant>();
        life(project).forEach(position -> moments.addAll(List.of(position.recordedAt(), position.supersededAt())));
        moments.remove(STANDING);
        return List.copyOf(moments);
    }

    private List<Known> life(long project) {
        return lives.getOrDefault(project, List.of());
    }

    /** At every moment at which anything was written, every life known is whole. */
    void assertLivesAreWhole() {
        lives.forEach((project, life) -> moments(project).forEach(moment -> assertWhole(project, life, moment)));
    }

    private static void assertWhole(long project, List<Known> life, Instant moment) {
        var known = known(life, moment);
        var entered = new HashSet<String>();
        for (var i = 0; i < known.size(); i++) {
            var position = known.get(i);
            var at = "project %d at %s: %s".formatted(project, moment, position);
            assertFalse(position.to().isBefore(position.from()), at);
            assertEquals(i + 1 < known.size() ? known.get(i + 1).from() : OPEN, position.to(), at);
            assertTrue(!position.entry() || entered.add(position.value("stage")), at);
            assertValued(position, at);
        }
    }

    private static void assertValued(Known position, String at) {
        if (position.hasInvestment()) {
            var investment = position.position().get("investment");
            var rate = investment.get("rate").decimalValue();
            var cny = investment.get("amount").decimalValue().multiply(rate).setScale(2, RoundingMode.HALF_UP);
            var rates = Stream.concat(Stream.of(BigDecimal.ONE), Ground.RATES.stream());
            assertEquals(0, cny.compareTo(position.cny()), at);
            assertTrue(rates.anyMatch(known -> known.compareTo(rate) == 0), at);
        }
    }

    /** No two transactions wrote at one moment, and each was recorded after the one before. */
    void assertMomentsRise(List<RandomLedger.Written> inOrder) {
        var all = new ArrayList<Instant>();
        lives.keySet().forEach(project -> all.addAll(moments(project)));
        assertEquals(all.size(), new HashSet<>(all).size(), "two projects were written at one moment");
        var moments = inOrder.stream()
                .map(written -> moments(written.project()).get(written.version()))
                .toList();
        for (var i = 1; i < moments.size(); i++) {
            assertTrue(moments.get(i).isAfter(moments.get(i - 1)), inOrder.get(i) + " " + moments.get(i));
        }
    }

    /** A size and all larger ones. */
    static List<String> sizesFrom(String size) {
        var all = List.copyOf(TIERS.keySet());
        return all.subList(all.indexOf(size), all.size());
    }

    private static Map<String, BigDecimal> tiers() {
        var tiers = new LinkedHashMap<String, BigDecimal>();
        tiers.put("under-100m", BigDecimal.ZERO);
        tiers.put("100m-500m", new BigDecimal("100000000"));
        tiers.put("500m-1b", new BigDecimal("500000000"));
        tiers.put("1b-5b", new BigDecimal("1000000000"));
        tiers.put("5b-10b", new BigDecimal("5000000000"));
        tiers.put("10b-up", new BigDecimal("10000000000"));
        return tiers;
    }
}
