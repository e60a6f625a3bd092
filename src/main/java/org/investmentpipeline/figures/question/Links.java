package org.investmentpipeline.figures.question;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/**
 * Links from what a figure counted to the list of exactly those projects. An answer has thousands of them, so everything but the values
 * of a row is worked out once.
 */
public final class Links {
    private static final String LIST = "/api/v1/projects?";
    private static final String CHANGES = "/api/v1/bridge/changes?";

    private final Filter filter;
    private final TimeSlice scope;
    private final Breakdown breakdown;
    private final List<Part> parts;
    private final String period;
    private final String times;

    /**
     * A dimension in the order of the parameters.
     *
     * @param asked its parameters in the link to all; empty when the filter leaves it open
     * @param place the place of its value in a row; -1 when it is not of a row
     * @param isOfRows whether the row's value, of this dimension or another, takes the place of the filter's
     */
    private record Part(Dimension dimension, String asked, int place, boolean isOfRows) {}

    public Links(Filter filter, TimeSlice scope, Breakdown breakdown) {
        this.filter = filter;
        this.scope = scope;
        this.breakdown = breakdown;
        this.parts = parts(filter, breakdown);
        this.period = scope instanceof TimeSlice.Flow flow ? period(flow) : "";
        this.times = parameter("asOf", scope.asOf().toString())
                + parameter("knownAt", scope.knownAt().toString());
    }

    private static List<Part> parts(Filter filter, Breakdown breakdown) {
        var linked = breakdown.dimensions().stream().map(Dimension::linkedBy).toList();
        var parts = new ArrayList<Part>();
        for (var dimension : filter.dimensions().all()) {
            var place = linked.indexOf(dimension);
            var isOfRows = place >= 0 || breakdown.has(dimension);
            var asked = parameters(dimension.json(), filter.asked(dimension));
            if (isOfRows || !asked.isEmpty()) {
                parts.add(new Part(dimension, asked, place, isOfRows));
            }
        }
        return List.copyOf(parts);
    }

    private static String period(TimeSlice.Flow flow) {
        var outcome = flow.outcome();
        return parameter("period", flow.period().name())
                + word("reached", outcome.reached())
                + word("became", outcome.became())
                + word("alsoEntered", outcome.alsoEntered());
    }

    /** To all that the filter leaves. */
    public String all() {
        return list(null);
    }

    /** To a row: its own values take the place of the filter's. */
    public String of(List<String> row) {
        return list(row);
    }

    /** To a row from its tier's lower edge up: the filter stays, with the larger of both lower bounds. */
    public String atLeast(List<String> row, SizeTiers tiers) {
        var place = breakdown.place(ProjectDimensions.SIZE);
        var tier = tiers.named(row.get(place)).orElseThrow();
        var bounded = filter.atLeast(ProjectDimensions.MIN_INVESTMENT, Money.plain(tier.lower()));
        var others = new ArrayList<>(breakdown.dimensions());
        others.remove(place);
        var values = new ArrayList<>(row);
        values.remove(place);
        return new Links(bounded, scope, new Breakdown(others)).of(values);
    }

    /**
     * To what came in, went out or was revalued in a bridge, which is always broken down by stage.
     *
     * @param row the row; null for all
     * @param cause null for what was revalued
     */
    public String changes(@Nullable List<String> row, Period period, MovementSide side, @Nullable MovementCause cause) {
        var by = breakdown.names().stream()
                .filter(name -> !name.equals(ProjectDimensions.STAGE.json()))
                .toList();
        var text = new StringBuilder(parameter("period", period.name()))
                .append(parameter("side", side.toString()))
                .append(cause == null ? "" : parameter("cause", cause.toString()))
                .append(by.isEmpty() ? "" : parameter("by", String.join(",", by)))
                .append(times);
        parts.forEach(part -> append(part, row, text));
        return link(CHANGES, text);
    }

    /** A list of entries is asked for them by stage; the stage is then no filter any more. */
    private String list(@Nullable List<String> row) {
        var isOfEntries = scope instanceof TimeSlice.Flow;
        var text = new StringBuilder(LIST.length() + 4 * times.length());
        if (isOfEntries) {
            text.append(entered(row)).append(period);
        }
        text.append(times);
        for (var part : parts) {
            if (!isOfEntries || part.dimension != ProjectDimensions.STAGE) {
                append(part, row, text);
            }
        }
        return link(LIST, text);
    }

    private String entered(@Nullable List<String> row) {
        var place = row == null ? -1 : breakdown.place(ProjectDimensions.STAGE);
        var asked = row == null || place < 0 ? filter.asked(ProjectDimensions.STAGE) : List.of(row.get(place));
        var stages =
                asked.isEmpty() ? Arrays.stream(Stage.values()).map(Stage::name).toList() : asked;
        return parameters("entered", stages);
    }

    private static void append(Part part, @Nullable List<String> row, StringBuilder text) {
        if (row == null || !part.isOfRows) {
            text.append(part.asked);
        } else if (part.place >= 0) {
            append(part.dimension.json(), row.get(part.place), text);
        }
    }

    private static String parameters(String name, List<String> values) {
        var text = new StringBuilder();
        values.forEach(value -> append(name, value, text));
        return text.toString();
    }

    private static String parameter(String name, String value) {
        return parameters(name, List.of(value));
    }

    private static String word(String name, @Nullable Enum<?> word) {
        return word == null ? "" : parameter(name, word.name());
    }

    private static void append(String name, String value, StringBuilder text) {
        text.append('&').append(name).append('=').append(isPlain(value) ? value : encoded(value));
    }

    private static String link(String path, StringBuilder parameters) {
        return path + parameters.substring(1);
    }

    /** Most values are codes. */
    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '-' && character <= ':' && character != '/';
    }

    /** A colon is allowed in a query as it is (RFC 3986), and moments read better with theirs. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
