package org.investmentpipeline.support;

import static org.investmentpipeline.support.Projects.asked;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers about a zone and about all, as known at a moment, which is cut out so that answers of two moments can be compared. */
public final class KnownFigures {
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d(?::|%3A)\\d\\d(?:(?::|%3A)\\d\\d(?:\\.\\d+)?)?Z");

    private static final Pattern VERSION = Pattern.compile("\"version\":\\d+");

    private static final String OF_ALL = "/api/v1/totals?asOf=2023-12-31&by=stage,size,status";

    private static final List<String> OF_A_ZONE = List.of(
            OF_ALL,
            "/api/v1/totals?asOf=2023-06-30&by=zone,sector,stage",
            "/api/v1/totals?asOf=2023-08-01&by=agreement,key",
            "/api/v1/flows?period=2023&interval=quarter&by=stage",
            "/api/v1/bridge?period=2023-H1&by=size",
            "/api/v1/lead-times?from=UNDER_NEGOTIATION&to=SIGNED&period=2023",
            "/api/v1/conversion?signedIn=2023",
            "/api/v1/projects?asOf=2023-12-31&limit=500",
            "/api/v1/projects?entered=SIGNED&period=2023&limit=500");

    private KnownFigures() {}

    /** Totals, flows, the bridge, conversion, lead times and lists of a zone, and totals of all zones. */
    public static List<String> of(String zone, String knownAt) {
        return Stream.concat(Stream.of(OF_ALL), OF_A_ZONE.stream().map(question -> question + "&zone=" + zone))
                .map(question -> answer(question + "&knownAt=" + knownAt))
                .toList();
    }

    private static String answer(String question) {
        var parts = question.split("\\?", 2);
        var answer = asked(parts[0], parts[1]);
        assertEquals(200, answer.statusCode(), () -> question + " " + answer.asString());
        return question.split("&knownAt", 2)[0]
                + VERSION.matcher(MOMENT.matcher(answer.asString()).replaceAll("a moment"))
                        .replaceAll("a version");
    }
}
