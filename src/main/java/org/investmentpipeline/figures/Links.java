package org.investmentpipeline.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.Dimension;
import org.investmentpipeline.project.ProjectFilter;
import org.investmentpipeline.project.Scope;
import org.investmentpipeline.project.ledger.Stage;
import org.jspecify.annotations.Nullable;

/** Links from what a figure counted to the list of exactly those projects. */
final class Links {
    private static final String LIST = "/api/v1/projects?";

    private final ProjectFilter filter;
    private final Scope scope;
    private final Breakdown breakdown;

    Links(ProjectFilter filter, Scope scope, Breakdown breakdown) {
        this.filter = filter;
        this.scope = scope;
        this.breakdown = breakdown;
    }

    /** To all that the filter leaves. */
    String all() {
        return text(filter);
    }

    /** To a row: its own values take the place of the filter's. */
    String of(List<String> row) {
        return text(own(row, null));
    }

    /** To a row from its tier's lower edge up: the filter stays, and the larger lower bound holds. */
    String atLeast(List<String> row, SizeTiers tiers) {
        var tier = tiers.named(row.get(breakdown.place(Dimension.SIZE))).orElseThrow();
        return text(own(row, Dimension.SIZE).atLeast(Money.plain(tier.lower())));
    }

    private ProjectFilter own(List<String> row, @Nullable Dimension but) {
        var own = filter;
        for (var i = 0; i < row.size(); i++) {
            var dimension = breakdown.dimensions().get(i);
            if (dimension != but) {
                own = own.with(dimension, List.of()).with(dimension.linkedBy(), List.of(row.get(i)));
            }
        }
        return own;
    }

    private String text(ProjectFilter own) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (scope instanceof Scope.Flow flow) {
            parameters.put("entered", entered(own));
            parameters.put("period", List.of(flow.period().name()));
            fate(parameters, flow.fate());
        }
        parameters.put("asOf", List.of(scope.asOf().toString()));
        parameters.put("knownAt", List.of(scope.knownAt().toString()));
        parameters.putAll((scope instanceof Scope.Flow ? own.with(Dimension.STAGE, List.of()) : own).parameters());
        return text(parameters);
    }

    /** A list of entries is asked for them by stage; the stage is then no filter any more. */
    private static List<String> entered(ProjectFilter own) {
        var asked = own.asked(Dimension.STAGE);
        return asked.isEmpty() ? Arrays.stream(Stage.values()).map(Stage::name).toList() : asked;
    }

    private static void fate(Map<String, List<String>> parameters, Scope.Fate fate) {
        put(parameters, "reached", fate.reached());
        put(parameters, "became", fate.became());
        put(parameters, "alsoEntered", fate.alsoEntered());
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Enum<?> word) {
        if (word != null) {
            parameters.put(name, List.of(word.name()));
        }
    }

    private static String text(Map<String, List<String>> parameters) {
        return LIST
                + parameters.entrySet().stream()
                        .flatMap(parameter ->
                                parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
    }

    /** A colon may stand in a query as it is (RFC 3986), and moments read better with theirs. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
