package org.investmentpipeline.figures;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.project.Dimension;
import org.investmentpipeline.project.ProjectFilter;
import org.investmentpipeline.project.Scope;
import org.investmentpipeline.project.ledger.Stage;

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
        return text(parameters());
    }

    /** To a row: its own values take the place of the filter's. */
    String of(Cell row) {
        var parameters = parameters();
        for (var i = 0; i < row.values().size(); i++) {
            own(parameters, breakdown.dimensions().get(i), row.values().get(i));
        }
        return text(parameters);
    }

    /** To a row from its tier's lower edge up: the filter stays, and the larger lower bound holds. */
    String atLeast(Cell row, BigDecimal lower) {
        var parameters = parameters();
        for (var i = 0; i < row.values().size(); i++) {
            if (breakdown.dimensions().get(i) != Dimension.SIZE) {
                own(parameters, breakdown.dimensions().get(i), row.values().get(i));
            }
        }
        var bound = filter.minInvestment == null ? lower : filter.minInvestment.max(lower);
        parameters.put("minInvestment", List.of(bound.toPlainString()));
        return text(parameters);
    }

    private void own(Map<String, List<String>> parameters, Dimension dimension, String value) {
        if (dimension == Dimension.STAGE && scope instanceof Scope.Flow) {
            parameters.put("entered", List.of(value));
            parameters.remove("stage");
            return;
        }
        if (dimension == Dimension.DEPARTMENT) {
            parameters.remove("department");
            parameters.put(value.equals(Catalogue.UNKNOWN) ? "department" : "ownDepartment", List.of(value));
            return;
        }
        parameters.put(dimension.json(), List.of(value));
    }

    private Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (scope instanceof Scope.Flow flow) {
            parameters.put("entered", entered());
            parameters.put("period", List.of(flow.period().name()));
        }
        parameters.put("asOf", List.of(scope.asOf().toString()));
        parameters.put("knownAt", List.of(scope.knownAt().toString()));
        parameters.putAll(filter.parameters());
        if (scope instanceof Scope.Flow) {
            parameters.remove("stage");
        }
        return parameters;
    }

    private List<String> entered() {
        return (filter.stage.isEmpty() ? Arrays.asList(Stage.values()) : filter.stage)
                .stream().map(Stage::name).toList();
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
