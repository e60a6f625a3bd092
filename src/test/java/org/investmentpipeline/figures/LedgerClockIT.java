package org.investmentpipeline.figures;

import static org.investmentpipeline.support.Client.address;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.command.ProjectDraft;
import org.investmentpipeline.project.command.ProjectRegistration;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A moment of knowledge is given to readers only when no write can be recorded at or before it any more. */
@QuarkusTest
@Timeout(60)
class LedgerClockIT {
    private final ProjectRegistration registrations;
    private final LedgerClock ledgerClock;
    private final Clock clock;
    private final UserTransaction transaction;
    private final ObjectMapper json;
    private final Client client = new Client();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch mayCommit = new CountDownLatch(1);
    private String zone = "";

    LedgerClockIT(
            ProjectRegistration registrations,
            LedgerClock ledgerClock,
            Clock clock,
            UserTransaction transaction,
            ObjectMapper json) {
        this.registrations = registrations;
        this.ledgerClock = ledgerClock;
        this.clock = clock;
        this.transaction = transaction;
        this.json = json;
    }

    @BeforeEach
    void aZone() {
        zone = Fixtures.zone();
    }

    @AfterEach
    void letTheWriterGo() {
        mayCommit.countDown();
        threads.shutdown();
    }

    @Test
    void theMomentOfAWriteUnderWayIsKnownOnlyWhenItEnds() throws Exception {
        var writer = threads.submit(this::writeAndHold);
        assertTrue(written.await(30, TimeUnit.SECONDS));
        var now = now();

        var reader = asks(now);
        assertThrows(TimeoutException.class, () -> reader.get(1, TimeUnit.SECONDS));
        mayCommit.countDown();
        var answer = reader.get(30, TimeUnit.SECONDS).expecting(200);

        assertFalse(writer.get().isAfter(now));
        assertEquals(1, answer.at("/total/count").asInt());
        assertEquals(now.toString(), answer.at("/knownAt").asText());
        assertEquals(answer.text(), totals(now).text());
    }

    @Test
    void aWriteThatIsUndoneIsNeverKnown() throws Exception {
        var writer = threads.submit(this::writeAndUndo);
        assertTrue(written.await(30, TimeUnit.SECONDS));
        var now = now();

        var reader = asks(now);
        assertThrows(TimeoutException.class, () -> reader.get(1, TimeUnit.SECONDS));
        mayCommit.countDown();
        var answer = reader.get(30, TimeUnit.SECONDS).expecting(200);

        assertFalse(writer.get().isAfter(now));
        assertEquals(0, answer.at("/total/count").asInt());
        assertEquals(answer.text(), totals(now).text());
    }

    @Test
    void thePresentIsAnsweredWhileAWriteIsUnderWay() throws Exception {
        var writer = threads.submit(this::writeAndHold);
        assertTrue(written.await(30, TimeUnit.SECONDS));

        var answer = threads.submit(() -> client.get(address("/api/v1/totals", Map.of("zone", zone))))
                .get(10, TimeUnit.SECONDS)
                .expecting(200);
        mayCommit.countDown();
        var moment = writer.get();

        var knownAt = Instant.parse(answer.at("/knownAt").asText());
        assertTrue(knownAt.isBefore(moment));
        assertEquals(0, answer.at("/total/count").asInt());
        assertEquals(answer.text(), totals(knownAt).text());
        assertEquals(1, totals(moment).at("/total/count").asInt());
    }

    @Test
    void whatIsWrittenAfterAnAnswerIsRecordedAfterItsMoment() {
        var now = now();
        var before = totals(now).expecting(200);

        client.post("/api/v1/projects", draft()).expecting(201);

        assertEquals(0, before.at("/total/count").asInt());
        assertEquals(before.text(), totals(now).text());
        assertEquals(
                1,
                client.get(address("/api/v1/totals", Map.of("zone", zone)))
                        .at("/total/count")
                        .asInt());
    }

    @Test
    void momentsAreCutToMilliseconds() {
        var now = now();

        var finer = client.get(address("/api/v1/totals", Map.of("zone", zone, "knownAt", now.plusNanos(999_999))));

        assertEquals(now.toString(), finer.expecting(200).at("/knownAt").asText());
    }

    @Test
    void nobodyKnowsTheFuture() {
        var ahead = clock.instant().plus(Duration.ofMinutes(5));

        var refused =
                client.get(address("/api/v1/totals", Map.of("knownAt", ahead))).expecting(400);

        assertEquals("knownAt", refused.at("/violations/0/field").asText());
    }

    @Test
    void momentsRiseStrictly() {
        var first = QuarkusTransaction.requiringNew().call(ledgerClock::tick);
        var second = QuarkusTransaction.requiringNew().call(ledgerClock::tick);

        assertTrue(second.isAfter(first));
    }

    @Test
    void aTransactionHasOneMoment() {
        var moments = QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        ledgerClock.describe(),
                        ledgerClock.tick(),
                        ledgerClock.tick(),
                        ledgerClock.describe(),
                        ledgerClock.known(null)));
        var next = QuarkusTransaction.requiringNew().call(ledgerClock::describe);

        assertEquals(1, Set.copyOf(moments).size(), moments::toString);
        assertTrue(next.isAfter(moments.get(0)));
    }

    @Test
    void twoWritesOfOneTransactionAreKnownTogether() throws Exception {
        transaction.begin();
        registrations.register(List.of(json.convertValue(draft(), ProjectDraft.class)), place -> "");
        var first = ledgerClock.known(null);
        registrations.register(List.of(json.convertValue(draft(), ProjectDraft.class)), place -> "");
        transaction.commit();

        assertEquals(2, totals(first).at("/total/count").asInt());
        assertEquals(0, totals(first.minusMillis(1)).at("/total/count").asInt());
    }

    /** Registers a project and holds the clock until it may commit. */
    private Instant writeAndHold() {
        return QuarkusTransaction.requiringNew().call(this::write);
    }

    /** The same, and then takes it back. */
    private Instant writeAndUndo() throws Exception {
        transaction.begin();
        try {
            return write();
        } finally {
            transaction.rollback();
        }
    }

    private Instant write() throws InterruptedException {
        registrations.register(List.of(json.convertValue(draft(), ProjectDraft.class)), place -> "");
        var moment = ledgerClock.known(null);
        written.countDown();
        assertTrue(mayCommit.await(30, TimeUnit.SECONDS));
        return moment;
    }

    private Map<String, Object> draft() {
        return Map.of("name", "时钟下的项目", "zone", zone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Future<Answer> asks(Instant knownAt) {
        return threads.submit(() -> totals(knownAt));
    }

    private Answer totals(Instant knownAt) {
        return client.get(address("/api/v1/totals", Map.of("zone", zone, "knownAt", knownAt)));
    }
}
