package org.investmentpipeline.figures;

import static org.investmentpipeline.support.Projects.PATH;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.investmentpipeline.figures.columns.ColumnStore;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The most SQL statements that a request costs, by the statistics of the embedded database: the look-up of its token, the ledger's clock
 * and what only some questions need, and the ends of transactions. PostgreSQL is sent the same.
 */
@QuarkusTest
@Tag("edge")
class StatementCountIT {
    private static final int RUNS = 4;
    private static final boolean IS_EMBEDDED =
            System.getProperty("quarkus.datasource.db-kind", "h2").equals("h2");

    private final AgroalDataSource database;
    private final EntityManagerFactory factory;
    private final ColumnStore store;
    private final Clock clock;
    private final Client client = new Client();
    private @Nullable OwnZone own;

    StatementCountIT(AgroalDataSource database, EntityManagerFactory factory, ColumnStore store, Clock clock) {
        this.database = database;
        this.factory = factory;
        this.store = store;
        this.clock = clock;
    }

    @BeforeEach
    void isLoaded() throws Exception {
        own = new OwnZone();
        own.worth("600000000");
        Eventually.within(
                Duration.ofMinutes(1),
                "the columns are loaded",
                () -> store.status().state() == ColumnStore.State.LOADED);
    }

    private OwnZone zone() {
        return Objects.requireNonNull(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "totals?by=stage,size,sector                                             | 3",
                "totals?by=stage,sector,zone                                             | 3",
                "totals?by=leader&asOf=2023-06-30&minInvestment=5&key=true&stage=SIGNED  | 3",
                "totals?by=zone&knownAt=2023-01-01T00:00:00Z&size=1b-5b                  | 3",
                "flows?period=2023                                                       | 3",
                "flows?period=2023&by=stage&interval=month&compare=previous-year         | 3",
                "bridge?period=2023&by=sector                                            | 3",
                "conversion?signedIn=2023&by=sector                                      | 3",
                "lead-times?from=SIGNED&to=GROUNDBREAKING&period=2023&by=sector          | 3"
            })
    void aFigureTakesFew(String figure, int most) throws SQLException {
        assertTakes(most, () -> {}, "/api/v1/" + figure);
    }

    @Test
    void aCodeThatPositionsHaveIsNotLookedUp() throws SQLException {
        assertTakes(3, () -> {}, zone().address("totals", "by", "stage"));
    }

    @Test
    void theFirstFigureAfterAChangeReadsTheTiersAndTheChange() throws SQLException {
        assertTakes(5, () -> zone().worth("700000000"), "/api/v1/totals?by=stage");
    }

    @Test
    void aProjectTakesFew() throws SQLException {
        var id = zone().worth("10", "investor", Map.of("name", Fixtures.code("华岳集团")));

        assertTakes(6, () -> {}, PATH + "/" + id);
    }

    @Test
    void aMoveTakesFew() throws SQLException {
        var projects = IntStream.range(0, RUNS)
                .mapToObj(any -> zone().worth("10"))
                .toList()
                .iterator();

        assertTakes(15, () -> {}, () -> zone().sign(projects.next(), "2023-02-01", "FORMAL"));
    }

    /** Ids come in blocks of 50, each of which ends a batch of inserts: 24 statements more for 200 rows in three tables. */
    @Test
    void aChangeOfManyMembersTakesLittleMoreThanOneOfTwo() {
        var change = changeOfMembers();

        var ofTwo = prepared(() -> {}, () -> change.accept(2));
        var ofMany = prepared(() -> {}, () -> change.accept(200));

        assertTrue(ofMany <= ofTwo + 30, () -> "two: " + ofTwo + ", 200: " + ofMany);
    }

    /** Puts so many projects on a list with a size, and takes them off the next time. */
    private IntConsumer changeOfMembers() {
        var code = Fixtures.code("list");
        var list = Fixtures.draft(code);
        list.put("size", 200);
        client.post("/api/v1/project-lists", list).expecting(201);
        var drafts = Stream.generate(() -> Map.of("name", "批量项目")).limit(200).toList();
        var projects = new ArrayList<Long>();
        client.post(PATH + "/batch", Map.of("projects", drafts))
                .expecting(201)
                .at("/projects")
                .forEach(project -> projects.add(project.path("id").asLong()));
        var kinds = Stream.iterate("join", before -> before.equals("join") ? "leave" : "join")
                .iterator();
        return count -> client.post(
                        "/api/v1/project-lists/" + code + "/changes",
                        Map.of("on", LocalDate.now(clock).toString(), kinds.next(), projects.subList(0, count)))
                .expecting(200);
    }

    private void assertTakes(int most, Runnable before, String address) throws SQLException {
        assertTakes(most, before, () -> client.get(address).expecting(200));
    }

    /** Jobs of the service take some at the same time, so the fewest of several are meant. */
    private void assertTakes(int most, Runnable before, Runnable request) throws SQLException {
        if (!IS_EMBEDDED) {
            assertTrue(prepared(before, request) < most);
            return;
        }
        var executed = Statements.fewest(database, RUNS, before, request);
        assertTrue(executed.size() <= most, () -> executed.size() + ":\n" + String.join("\n", executed));
    }

    /**
     * PostgreSQL has no such statistics: by night those that Hibernate prepares are counted, without the ends of transactions. A batch is
     * one.
     */
    private long prepared(Runnable before, Runnable request) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            return LongStream.generate(() -> {
                        before.run();
                        statistics.clear();
                        request.run();
                        return statistics.getPrepareStatementCount();
                    })
                    .limit(RUNS)
                    .min()
                    .orElseThrow();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
