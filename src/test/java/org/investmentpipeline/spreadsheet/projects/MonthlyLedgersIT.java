package org.investmentpipeline.spreadsheet.projects;

import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.investmentpipeline.support.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of a bureau's monthly ledgers, imported one after the other. */
@QuarkusTest
class MonthlyLedgersIT {
    private static final long SEEDS = Long.getLong("import.seeds", 2);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStockOfEachMonthIsThatOfItsSheetAndNeverChangesAtItsOwnKnowledge(long seed) {
        var zone = zone();
        var ledger = new MonthlyLedger(seed, zone);
        var published = new LinkedHashMap<String, Map<String, String>>();

        for (var month = YearMonth.of(2023, 1); month.getYear() == 2023; month = month.plusMonths(1)) {
            ledger.advance(month);
            var asOf = month.atEndOfMonth().toString();
            var report = imported(ledger.sheet(), "asOf", asOf, "onStepBack", "reverse");
            assertEquals(0, report.getInt("refused"), () -> seed + " " + asOf + " " + report.getList("errors"));
            assertEquals(1, report.getInt("passedOver.count"));

            var again = imported(ledger.sheet(), "asOf", asOf, "onStepBack", "reverse");
            assertEquals(again.getInt("read"), again.getInt("unchanged"), asOf);

            var question = "zone=" + zone + "&by=stage&asOf=" + asOf;
            assertEquals(ledger.stock(), stock(question), seed + " " + asOf);
            published.put(question + "&knownAt=" + knownAt(), ledger.stock());
        }

        assertTrue(
                published.size() == 12 && published.values().stream().distinct().count() > 6);
        published.forEach((question, stock) -> assertEquals(stock, stock(question), question));
    }

    private static Map<String, String> stock(String question) {
        var stock = new TreeMap<String, String>();
        for (var status : List.of("ACTIVE", "SUSPENDED")) {
            Json.of(totals(question + "&status=" + status).extract())
                    .path("rows")
                    .forEach(row -> {
                        if (row.path("count").asInt() > 0) {
                            stock.put(
                                    status + " " + row.path("stage").asText(),
                                    row.path("count").asInt() + " "
                                            + row.path("investment")
                                                    .decimalValue()
                                                    .toBigInteger());
                        }
                    });
        }
        return stock;
    }
}
