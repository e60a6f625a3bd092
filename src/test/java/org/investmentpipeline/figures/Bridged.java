package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.OwnZone.assertCounted;
import static org.investmentpipeline.support.Agreement.assertCloses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.investmentpipeline.support.Agreement;
import org.investmentpipeline.support.Client;
import org.jspecify.annotations.Nullable;

/** What bridges are held to. */
final class Bridged {
    private Bridged() {}

    /** A bridge of which every row and the total close. */
    static JsonNode bridge(OwnZone zone, String period, Object... parameters) {
        var bridge = zone.bridge(period, parameters).body();
        bridge.get("rows").forEach(Agreement::assertCloses);
        assertCloses(bridge.get("total"));
        assertListed(bridge.get("total"), 2);
        bridge.get("rows").forEach(row -> assertListed(row, 2));
        return bridge;
    }

    /** Each part lists exactly the changes that it counts, on pages of so many. */
    static void assertListed(JsonNode spans, int limit) {
        spans.at("/causes/entered").forEach(item -> assertListed(item, item.get("count"), "after", null, limit));
        spans.at("/causes/left").forEach(item -> assertListed(item, item.get("count"), "before", null, limit));
        var revalued = spans.get("revalued");
        if (revalued.get("changes").asInt() > 0) {
            assertListed(revalued, revalued.get("changes"), "after", "before", limit);
        }
    }

    private static void assertListed(
            JsonNode part, JsonNode count, String added, @Nullable String takenAway, int limit) {
        var listed = new Client().follow(part.get("list").asText(), limit).items();
        var sum = BigDecimal.ZERO;
        for (var change : listed) {
            sum = sum.add(cny(change.get(added)));
            sum = takenAway == null ? sum : sum.subtract(cny(change.get(takenAway)));
            assertEquals(
                    part.path("cause").asText(change.get("cause").asText()),
                    change.get("cause").asText());
        }
        assertEquals(count.asInt(), listed.size(), part::toString);
        assertEquals(0, sum.compareTo(part.get("investment").decimalValue()), part::toString);
    }

    private static BigDecimal cny(JsonNode position) {
        return position.get("investment").isNull()
                ? BigDecimal.ZERO
                : position.get("investment").decimalValue();
    }

    /** Worth so much more, by so many changes. */
    static void assertRevalued(String investment, int changes, JsonNode spans) {
        assertCounted(0, investment, spans.get("revalued"));
        assertEquals(changes, spans.at("/revalued/changes").asInt());
    }

    /** So many came and went by each cause, and by no other. */
    static void assertCauses(JsonNode spans, Map<String, Integer> entered, Map<String, Integer> left) {
        assertEquals(entered, causes(spans.at("/causes/entered")), spans::toString);
        assertEquals(left, causes(spans.at("/causes/left")), spans::toString);
    }

    private static Map<String, Integer> causes(JsonNode items) {
        var causes = new TreeMap<String, Integer>();
        items.forEach(
                item -> causes.put(item.get("cause").asText(), item.get("count").asInt()));
        return causes;
    }
}
