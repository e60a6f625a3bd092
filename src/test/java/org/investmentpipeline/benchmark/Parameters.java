package org.investmentpipeline.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the questions are asked about, another thing each time: a database that is asked the same twice may give its last answer
 * again.
 *
 * @param projects how many the ledger has
 * @param known the last moment of its clock
 */
record Parameters(int projects, Instant known) {
    static final int PAGE = 50;

    /** How many neighbouring pages are asked for. */
    static final int PAGES = 15;

    private static final int YEARS = 16;

    /** So many leaders and departments every ledger has. */
    private static final int SOME = 10;

    private static final LocalDate FIRST = GeneratedLedger.FIRST.plusYears(3);
    private static final List<String> SECTORS = GeneratedLedger.SECTORS;

    /** A text with its placeholders filled for one asking. */
    String fill(String template, int asking) {
        var month = YearMonth.from(FIRST).plusMonths(asking * 5L % (12 * YEARS));
        var year = FIRST.getYear() + asking % YEARS;
        return template.replace("{known}", "timestamp with time zone '%s'".formatted(moment(asking)))
                .replace("{day}", month.atDay(10 + asking % 11).toString())
                .replace("{month}", month.toString())
                .replace("{lastOfMonth}", month.atEndOfMonth().toString())
                .replace("{dayBeforeMonth}", month.atDay(1).minusDays(1).toString())
                .replace("{yearBefore}", Integer.toString(year - 1))
                .replace("{year}", Integer.toString(year))
                .replace("{sector}", SECTORS.get(asking % SECTORS.size()))
                .replace("{leaderInPath}", URLEncoder.encode(leader(asking), StandardCharsets.UTF_8))
                .replace("{leader}", leader(asking))
                .replace("{department}", "department-" + (1 + asking % SOME))
                .replace("{pastInPath}", past(asking) + "Z")
                .replace("{past}", "timestamp with time zone '%s+00:00'".formatted(past(asking)))
                .replace("{amount}", Long.toString(500_000_000L + asking * 10_000_000L))
                .replace("{after}", Integer.toString(page(asking) * PAGE));
    }

    private static String leader(int asking) {
        return "领导" + asking % SOME;
    }

    /** A moment of knowledge of the past, as a date with its time. */
    private static String past(int asking) {
        return FIRST.plusMonths(60 + asking * 7L % 100) + "T08:00:00";
    }

    /** Number 50 or, of a short list, as far back as it goes; counted from 0. */
    int page(int asking) {
        return Math.max(1, Math.min(49, projects / PAGE - PAGES)) + asking % PAGES;
    }

    /** Later than all that was recorded, by another millisecond each time. */
    private String moment(int asking) {
        return known.plusMillis(asking).toString().replace("T", " ").replace("Z", "+00:00");
    }
}
