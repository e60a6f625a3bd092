package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.investmentpipeline.figures.columns.ColumnStore;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements that a figure takes: its token, the ledger's clock, and what only some questions need. */
@QuarkusTest
class StatementCountIT {
    private static final int TIMES = 12;

    private final EntityManagerFactory factory;
    private final ColumnStore store;
    private final Client client = new Client();
    private @Nullable OwnZone own;

    StatementCountIT(EntityManagerFactory factory, ColumnStore store) {
        this.factory = factory;
        this.store = store;
    }

    @BeforeEach
    void count() throws Exception {
        statistics().setStatisticsEnabled(true);
        own = new OwnZone();
        own.worth("600000000");
        Eventually.within(
                Duration.ofMinutes(1),
                "the columns are loaded",
                () -> store.status().state() == ColumnStore.State.LOADED);
    }

    private Statistics statistics() {
        return factory.unwrap(SessionFactory.class).getStatistics();
    }

    private OwnZone zone() {
        return Objects.requireNonNull(own);
    }

    @AfterEach
    void stop() {
        statistics().setStatisticsEnabled(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "totals?by=stage,size,sector                                             | 2",
                "totals?by=leader&asOf=2023-06-30&minInvestment=5&key=true&stage=SIGNED  | 2",
                "totals?by=zone&knownAt=2023-01-01T00:00:00Z&size=1b-5b                  | 2",
                "flows?period=2023&by=stage&interval=month&compare=previous-year         | 2",
                "bridge?period=2023&by=sector                                            | 2",
                "conversion?signedIn=2023&by=sector                                      | 2",
                "lead-times?from=SIGNED&to=GROUNDBREAKING&period=2023&by=sector          | 2"
            })
    void aFigureTakesThem(String figure, int most) {
        assertTakes(figure, most);
    }

    @Test
    void aCodeThatPositionsHaveIsNotLookedUp() {
        assertTakes(zone().address("totals", "by", "stage").replace("/api/v1/", ""), 2);
    }

    @Test
    void theFirstFigureAfterAChangeReadsTheTiersAndTheChange() {
        var least = IntStream.range(0, TIMES)
                .mapToLong(any -> {
                    zone().worth("700000000");
                    return statements("totals?by=stage");
                })
                .min()
                .orElseThrow();

        assertTrue(least <= 4, "the figure took " + least + " statements");
    }

    /** Jobs of the service take some at the same time, so the fewest of several are meant. */
    private void assertTakes(String figure, int most) {
        var least = IntStream.range(0, TIMES)
                .mapToLong(any -> statements(figure))
                .min()
                .orElseThrow();

        assertTrue(least <= most, figure + " took " + least + " statements");
    }

    private long statements(String figure) {
        var before = statistics().getPrepareStatementCount();
        client.get("/api/v1/" + figure).expecting(200);
        return statistics().getPrepareStatementCount() - before;
    }
}
