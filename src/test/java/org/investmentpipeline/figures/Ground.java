package org.investmentpipeline.figures;

import static org.investmentpipeline.support.Fixtures.json;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.support.Fixtures;

/**
 * Where random projects stand: codes that no other test has, a span of days, and a foreign currency with one rate in each
 * half of the span and none before it.
 */
record Ground(
        List<String> zones,
        List<String> sectors,
        List<String> lists,
        String department,
        String below,
        LocalDate first,
        LocalDate today) {
    static final String CURRENCY = "SEK";
    static final List<BigDecimal> RATES = List.of(new BigDecimal("0.68123456"), new BigDecimal("0.7"));
    private static final int DAYS = 500;

    static Ground prepare(Clock clock) {
        var today = LocalDate.now(clock);
        var department = Fixtures.department();
        var ground = new Ground(
                List.of(Fixtures.zone(), Fixtures.zone(), Fixtures.zone()),
                List.of(Fixtures.sector(), Fixtures.sector()),
                List.of(Fixtures.projectList(), Fixtures.projectList()),
                department,
                Fixtures.departmentBelow(department),
                today.minusDays(DAYS),
                today);
        for (var i = 0; i < RATES.size(); i++) {
            var on = ground.first.plusDays(i * DAYS / 2L).toString();
            json(Map.of("currency", CURRENCY, "on", on, "rate", RATES.get(i))).post("/api/v1/exchange-rates");
        }
        return ground;
    }

    /** Any day of the span, sometimes one before it, often one of a few on which much happens. */
    LocalDate day(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> first.plusDays(100L * random.nextInt(6));
            case 1 -> today.minusDays(random.nextInt(20));
            default -> first.plusDays(random.nextInt(DAYS + 10) - 9L);
        };
    }

    /** A day from another on, up to today. */
    LocalDate dayFrom(LocalDate from, Random random) {
        var days = (int) Math.max(0, today.toEpochDay() - from.toEpochDay());
        return random.nextInt(4) == 0 ? from : from.plusDays(random.nextInt(days + 1));
    }

    static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
