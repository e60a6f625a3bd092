package org.investmentpipeline.figures.question;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.figures.table.MovementCause;
import org.investmentpipeline.figures.table.MovementSide;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Dimension;
import org.investmentpipeline.query.Filter;
import org.jspecify.annotations.Nullable;

/** Links from what a figure counted to the list of exactly those projects. */
public final class Links {
    private static final String LIST = "/api/v1/projects?";
    private static final String CHANGES = "/api/v1/bridge/changes?";

    private final Filter filter;
    private final TimeSlice scope;
    private final Breakdown breakdown;

    public Links(Filter filter, TimeSlice scope, Breakdown breakdown) {
        this.filter = filter;
        this.scope = scope;
        this.breakdown = breakdown;
    }

    /** To all that the filter leaves. */
    public String all() {
        return text(filter);
    }

    /** To a row: its own values take the place of the filter's. */
    public String of(List<String> row) {
        return text(own(row, null));
    }

    /** To a row from its tier's lower edge up: the filter stays, with the larger of both lower bounds. */
    public String atLeast(List<String> row, SizeTiers tiers) {
        var tier = tiers.named(row.get(breakdown.place(ProjectDimensions.SIZE))).orElseThrow();
        return text(
                own(row, ProjectDimensions.SIZE).atLeast(ProjectDimensions.MIN_INVESTMENT, Money.plain(tier.lower())));
    }

    /**
     * To what came in, went out or was revalued in a bridge, which is always broken down by stage.
     *
     * @param row the row; null for all
     * @param cause null for what was revalued
     */
    public String changes(@Nullable List<String> row, Period period, MovementSide side, @Nullable MovementCause cause) {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("period", List.of(period.name()));
        parameters.put("side", List.of(side.toString()));
        if (cause != null) {
            parameters.put("cause", List.of(cause.toString()));
        }
        var by = breakdown.names().stream()
                .filter(name -> !name.equals(ProjectDimensions.STAGE.json()))
                .toList();
        if (!by.isEmpty()) {
            parameters.put("by", List.of(String.join(",", by)));
        }
        parameters.put("asOf", List.of(scope.asOf().toString()));
        parameters.put("knownAt", List.of(scope.knownAt().toString()));
        parameters.putAll((row == null ? filter : own(row, null)).parameters());
        return text(CHANGES, parameters);
    }

    private Filter own(List<String> row, @Nullable Dimension but) {
        var own = new LinkedHashMap<>(filter.values());
        for (var i = 0; i < row.size(); i++) {
            var dimension = breakdown.dimensions().get(i);
            if (dimension != but) {
                own.remove(dimension);
                own.put(dimension.linkedBy(), List.of(row.get(i)));
            }
        }
        return filter.dimensions().filter(own);
    }

    private String text(Filter own) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (scope instanceof TimeSlice.Flow flow) {
            parameters.put("entered", entered(own));
            parameters.put("period", List.of(flow.period().name()));
            outcome(parameters, flow.outcome());
        }
        parameters.put("asOf", List.of(scope.asOf().toString()));
        parameters.put("knownAt", List.of(scope.knownAt().toString()));
        parameters.putAll(
                (scope instanceof TimeSlice.Flow ? own.with(ProjectDimensions.STAGE, List.of()) : own).parameters());
        return text(LIST, parameters);
    }

    /** A list of entries is asked for them by stage; the stage is then no filter any more. */
    private static List<String> entered(Filter own) {
        var asked = own.asked(ProjectDimensions.STAGE);
        return asked.isEmpty() ? Arrays.stream(Stage.values()).map(Stage::name).toList() : asked;
    }

    private static void outcome(Map<String, List<String>> parameters, TimeSlice.LaterOutcome outcome) {
        put(parameters, "reached", outcome.reached());
        put(parameters, "became", outcome.became());
        put(parameters, "alsoEntered", outcome.alsoEntered());
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Enum<?> word) {
        if (word != null) {
            parameters.put(name, List.of(word.name()));
        }
    }

    private static String text(String path, Map<String, List<String>> parameters) {
        var text = new StringBuilder(path);
        parameters.forEach((name, values) -> {
            for (var value : values) {
                text.append(text.length() > path.length() ? "&" : "")
                        .append(name)
                        .append('=');
                encode(value, text);
            }
        });
        return text.toString();
    }

    /** A colon is allowed in a query as it is (RFC 3986), and moments read better with theirs. Most values are codes. */
    private static void encode(String value, StringBuilder text) {
        text.append(value.chars().allMatch(Links::isPlain) ? value : encoded(value));
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '-' && character <= ':' && character != '/';
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
