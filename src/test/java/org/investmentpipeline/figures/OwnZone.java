package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;

/** A zone of a test's own: the projects it puts there, and the figures of that zone alone. */
final class OwnZone {
    static final String PROJECTS = "/api/v1/projects";
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");

    private final Client client = new Client();
    private final String code = Fixtures.zone();

    /** Registers a project with values in pairs and answers its id; UNDER_NEGOTIATION since 2023-01-05 unless stated. */
    long register(@Nullable Object... values) {
        var draft = pairs("name", "统计项目", "zone", code, "stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"));
        draft.putAll(pairs(values));
        return client.post(PROJECTS, draft).expecting(201).at("/id").asLong();
    }

    /** The same of an amount of CNY. */
    long worth(String amount, @Nullable Object... values) {
        var all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "investment";
        all[values.length + 1] = cny(amount);
        return register(all);
    }

    static Map<String, Object> cny(String amount) {
        return Map.of("amount", new BigDecimal(amount));
    }

    /** A project under negotiation since a day. */
    long since(String day, String amount, @Nullable Object... values) {
        var all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "stages";
        all[values.length + 1] = Map.of("UNDER_NEGOTIATION", day);
        return worth(amount, all);
    }

    void move(long project, String to, String on, @Nullable Object... values) {
        var move = pairs("to", to, "on", on);
        move.putAll(pairs(values));
        client.post(PROJECTS + "/" + project + "/moves", move).expecting(201);
    }

    void sign(long project, String on, String agreement) {
        move(project, "SIGNED", on, "agreement", agreement);
    }

    void amend(long project, String from, @Nullable Object... values) {
        client.patch(PROJECTS + "/" + project + "?effectiveOn=" + from, pairs(values), "*")
                .expecting(200);
    }

    void turn(long project, String status, String on) {
        client.put(PROJECTS + "/" + project + "/status", Map.of("status", status, "on", on, "reason", "原因"))
                .expecting(200);
    }

    void delete(long project) {
        client.delete(PROJECTS + "/" + project).expecting(204);
    }

    Answer totals(Object... parameters) {
        return figure("totals", parameters);
    }

    Answer flows(String period, Object... parameters) {
        return of(period, "flows", parameters);
    }

    Answer bridge(String period, Object... parameters) {
        return of(period, "bridge", parameters);
    }

    private Answer of(String period, String figure, Object... parameters) {
        var all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = "period";
        all[parameters.length + 1] = period;
        return figure(figure, all);
    }

    /** A figure of this zone alone. */
    Answer figure(String figure, Object... parameters) {
        return client.get(address(figure, parameters)).expecting(200);
    }

    /** Where a figure of this zone alone is asked. */
    String address(String figure, Object... parameters) {
        var all = pairs("zone", code);
        all.putAll(pairs(parameters));
        return Client.address("/api/v1/" + figure, all);
    }

    /** Registers projects worth 1 by the days on which they entered their stages, agreed formally. */
    void registerAll(List<Map<String, String>> stages) {
        var drafts = stages.stream().map(this::draft).toList();
        client.post(PROJECTS + "/batch", Map.of("projects", drafts)).expecting(201);
    }

    private Map<String, Object> draft(Map<String, String> stages) {
        var last = stages.keySet().stream()
                .max(Comparator.comparing(STAGES::indexOf))
                .orElseThrow();
        return Map.of(
                "name",
                "统计项目",
                "zone",
                code,
                "stage",
                last,
                "stages",
                stages,
                "agreement",
                "FORMAL",
                "investment",
                cny("1"));
    }

    /** The row with these values, of {@code rows} or {@code atLeast}. */
    static JsonNode row(JsonNode rows, Object... values) {
        var wanted = pairs(values);
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(value -> row.path(value.getKey()).asText().equals(String.valueOf(value.getValue()))))
                .reduce((one, other) -> {
                    throw new AssertionError(wanted + " is twice in " + rows);
                })
                .orElseThrow(() -> new AssertionError(wanted + " is not in " + rows));
    }

    /** The values of a dimension, in the order of the rows. */
    static List<String> values(JsonNode rows, String dimension) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(dimension).asText())
                .toList();
    }

    static void assertCounted(int count, String investment, JsonNode counted) {
        assertEquals(count, counted.get("count").asInt(), counted::toString);
        assertEquals(
                0,
                new BigDecimal(investment).compareTo(counted.get("investment").decimalValue()),
                counted::toString);
    }

    /** The figure counts these projects, and its link lists just them, with the investment that it sums. */
    void assertCounts(JsonNode counted, Long... projects) {
        var listed = client.follow(counted.get("projects").asText(), 2);
        assertEquals(projects.length, counted.get("count").asInt(), counted::toString);
        assertEquals(
                Arrays.stream(projects).map(String::valueOf).sorted().toList(), listed.all("id"), counted::toString);
        assertEquals(0, listed.investment().compareTo(counted.get("investment").decimalValue()), counted::toString);
    }

    static Map<String, @Nullable Object> pairs(@Nullable Object... values) {
        var pairs = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < values.length; i += 2) {
            pairs.put(String.valueOf(values[i]), values[i + 1]);
        }
        return pairs;
    }
}
