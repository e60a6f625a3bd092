package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.support.Client;

/** What a figure is asked for: a stock or a flow, with its parameters but those of the two clocks. */
record Question(boolean flow, Map<String, List<String>> parameters) {
    static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");
    private static final List<String> BY =
            List.of("stage", "size", "sector", "zone", "department", "origin", "agreement", "status", "key", "leader");

    static Question random(Ground ground, Random random) {
        var flow = random.nextBoolean();
        var parameters = filter(ground, random);
        var by = by(random, random.nextInt(8) == 0 ? 3 : random.nextInt(3));
        if (!by.isEmpty()) {
            parameters.put("by", List.of(String.join(",", by)));
        }
        if (flow) {
            parameters.put("period", List.of(Span.random(ground, random).name()));
        }
        return new Question(flow, parameters);
    }

    /** A filter that leaves only projects of this run. */
    static Map<String, List<String>> filter(Ground ground, Random random) {
        var parameters = new LinkedHashMap<String, List<String>>();
        own(parameters, ground, random);
        filter(parameters, ground, random);
        return parameters;
    }

    /** Up to so many dimensions. */
    static List<String> by(Random random, int most) {
        var by = new ArrayList<String>();
        for (var i = most; i > 0; i--) {
            var dimension = oneOf(random, BY);
            if (!by.contains(dimension)) {
                by.add(dimension);
            }
        }
        return by;
    }

    /** Every question is about projects of this run only. */
    private static void own(Map<String, List<String>> parameters, Ground ground, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> parameters.put("sector", ground.sectors());
            case 1 -> {
                parameters.put("sector", ground.sectors().subList(0, 1));
                parameters.put("zone", List.of(ground.zones().get(0), "unknown"));
            }
            case 2 -> parameters.put("zone", ground.zones().subList(0, 2));
            default -> parameters.put("zone", ground.zones());
        }
    }

    private static void filter(Map<String, List<String>> parameters, Ground ground, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> parameters.put("stage", List.of("SIGNED", "GROUNDBREAKING"));
            case 1 -> parameters.put("status", List.of("ACTIVE", "SUSPENDED"));
            case 2 -> parameters.put("agreement", List.of(oneOf(random, List.of("FORMAL", "FRAMEWORK", "unknown"))));
            case 3 -> parameters.put("size", List.of("100m-500m", "1b-5b", "unknown"));
            case 4 -> parameters.put("key", List.of("true"));
            case 5 ->
                parameters.put("department", List.of(random.nextBoolean() ? ground.department() : ground.below()));
            case 6 -> parameters.put("origin", List.of("FOREIGN", "unknown"));
            case 7 -> {
                parameters.put("minInvestment", List.of("100000000"));
                parameters.put("maxInvestment", List.of("1000000000"));
            }
            default -> parameters.remove("stage");
        }
    }

    /** The address, on one or both of the clocks. */
    String address(Map<String, ?> clocks) {
        var all = new LinkedHashMap<String, Object>(parameters);
        all.putAll(clocks);
        return Client.address(flow ? "/api/v1/flows" : "/api/v1/totals", all);
    }

    List<String> by() {
        return parameters.containsKey("by")
                ? List.of(parameters.get("by").get(0).split(","))
                : List.of();
    }

    /** Whether a position that holds, or entered, is counted. */
    boolean counts(Replay.Known position, Ground ground) {
        if (!flow && !parameters.containsKey("status") && !by().contains("status")) {
            if (!position.value("status").equals("ACTIVE")) {
                return false;
            }
        }
        return parameters.entrySet().stream()
                .allMatch(asked -> holds(asked.getKey(), asked.getValue(), position, ground));
    }

    private static boolean holds(String parameter, List<String> asked, Replay.Known position, Ground ground) {
        return switch (parameter) {
            case "by", "period" -> true;
            case "minInvestment" ->
                position.hasInvestment() && position.cny().compareTo(new BigDecimal(asked.get(0))) >= 0;
            case "maxInvestment" ->
                position.hasInvestment() && position.cny().compareTo(new BigDecimal(asked.get(0))) <= 0;
            case "department" ->
                asked.contains(position.value(parameter))
                        || (asked.contains(ground.department())
                                && position.value(parameter).equals(ground.below()));
            default -> asked.contains(position.value(parameter));
        };
    }

    /** Whether a position stands on the day, or entered in the days, that the question is about. */
    boolean inTime(Replay.Known position, LocalDate asOf, LocalDate from, LocalDate to) {
        if (!flow) {
            return !position.from().isAfter(asOf) && asOf.isBefore(position.to());
        }
        var last = asOf.isBefore(to) ? asOf : to;
        return position.entry()
                && !position.from().isBefore(from)
                && !position.from().isAfter(last);
    }
}
