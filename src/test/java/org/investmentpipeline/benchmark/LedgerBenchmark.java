package org.investmentpipeline.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Measures both editions with ledgers of growing size. It asserts nothing about time, but every answer must agree with the
 * database. Run by {@code ./mvnw -Pbenchmark verify} alone.
 */
class LedgerBenchmark {
    private static final List<Edition> EDITIONS = words("benchmark.editions", "h2,postgresql").stream()
            .map(word -> Edition.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList();
    private static final List<Integer> SIZES = words("benchmark.projects", "1000,10000,100000").stream()
            .map(Integer::valueOf)
            .toList();
    static final int ROWS = Integer.parseInt(System.getProperty("benchmark.rows", "10000"));

    @Test
    void everyAnswerAgreesWithTheDatabase() throws Exception {
        var report = new Report();
        var isWhole = Question.WANTED.isEmpty();
        if (isWhole) {
            report.add(Start.measure());
        }
        for (var edition : EDITIONS) {
            for (var size : SIZES) {
                report.add(Run.of(edition, size));
            }
            report.addGrowth(edition);
            if (isWhole) {
                report.add(edition, ROWS, Intake.imported(edition, ROWS), Intake.registered(edition));
                report.add(edition, Writers.rates(edition));
            }
        }

        assertEquals(List.of(), report.troubles());
    }

    private static List<String> words(String property, String otherwise) {
        return Arrays.asList(System.getProperty(property, otherwise).split(",", -1));
    }
}
