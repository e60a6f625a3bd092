package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * That lists, figures and the audit trail say the same, of exactly so many active projects.
 *
 * @param investment of all of them together, CNY
 */
public record Agreement(int projects, BigDecimal investment) {

    /** All of them say so. */
    public void isShownBy(Client client) {
        var totals = client.get("/api/v1/totals?by=stage").expecting(200);
        totals.at("/rows").forEach(row -> assertListed(client, row));
        assertListed(client, totals.at("/total"));
        assertCounts(totals.at("/total"));
        var year = totals.at("/asOf").asText().substring(0, 4);
        var bridge = client.get("/api/v1/bridge?period=" + year).expecting(200);
        assertCounts(bridge.at("/total/closing"));
        bridge.at("/rows").forEach(Agreement::assertCloses);
        assertCloses(bridge.at("/total"));
        var audit = client.get("/api/v1/audit/verify").expecting(200);
        assertTrue(audit.at("/intact").asBoolean(), audit.text());
        assertTrue(audit.at("/entries").asInt() > projects, audit.text());
    }

    private void assertCounts(JsonNode counted) {
        assertEquals(projects, counted.at("/count").asInt(), counted::toString);
        assertEquals(0, investment.compareTo(counted.at("/investment").decimalValue()), counted::toString);
    }

    private static void assertListed(Client client, JsonNode counted) {
        var listed = client.follow(counted.at("/projects").asText(), 200);
        assertEquals(counted.at("/count").asInt(), listed.count(), counted::toString);
        assertEquals(0, listed.investment().compareTo(counted.at("/investment").decimalValue()), counted::toString);
    }

    /** Opening, entered, left and revalued come to what a bridge closes with, in number and to the last fen. */
    public static void assertCloses(JsonNode spans) {
        for (var property : List.of("count", "investment")) {
            var sum = number(spans, "opening", property)
                    .add(number(spans, "entered", property))
                    .subtract(number(spans, "left", property))
                    .add(number(spans, "revalued", property));
            assertEquals(0, sum.compareTo(number(spans, "closing", property)), spans::toString);
        }
    }

    private static BigDecimal number(JsonNode spans, String span, String property) {
        return spans.at("/" + span + "/" + property).decimalValue();
    }
}
