package org.investmentpipeline.monitoring;

import static io.restassured.RestAssured.given;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.investmentpipeline.support.Eventually;

/** What Prometheus reads of the service under test at one moment. */
record Scrape(String text) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Scrape now() {
        var answer = given().get("/q/metrics");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return new Scrape(answer.asString());
    }

    /** The first one of which something is true; numbers that need the database are taken in the background. */
    static Scrape until(Predicate<Scrape> holds) throws Exception {
        return Eventually.first(PATIENCE, "the awaited numbers", Scrape::now, holds);
    }

    /** The names of its series. */
    Set<String> names() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    /** The number of a series, which is written as {@code name{label="value"}}. */
    Optional<BigDecimal> value(String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1).split(" ")[0])
                .filter(number -> !number.equals("NaN"))
                .map(BigDecimal::new)
                .findFirst();
    }
}
