package org.investmentpipeline.security.audit.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.investmentpipeline.project.ledger.ProjectTarget;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.verification.Verification.Progress;
import org.investmentpipeline.security.audit.verification.Verification.Result;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The verification of a long trail: one at a time, without harm to other requests, and with a result that no page boundary changes. */
@QuarkusTest
class VerificationIT {
    private static final Logger LOG = Logger.getLogger(VerificationIT.class);
    private static final String VERIFY = "/api/v1/audit/verify";
    private static final String STATE = "/api/v1/audit/verification";
    private static final int CALLERS = 6;
    private static final int LONG_CHAIN = 5_000;
    /** {@code -Daudit.entries=170000} for the figures of a long trail. */
    private static final int ENTRIES = Integer.getInteger("audit.entries", 6_000);

    private final AgroalDataSource database;
    private final AuditTrail trail;
    private final Sealing sealing;

    VerificationIT(AgroalDataSource database, AuditTrail trail, Sealing sealing) {
        this.database = database;
        this.trail = trail;
        this.sealing = sealing;
    }

    @Test
    void ofSixAtOnceOneRunsTheOthersLearnItsProgressAndFiguresAreAnswered() throws Exception {
        generate(ENTRIES);
        sealing.seal();
        var client = new Client();

        var answers = Eventually.first(
                Duration.ofMinutes(1),
                "no two verifications met",
                this::sixAndTwoFigures,
                seen -> seen.stream().anyMatch(answer -> answer.status() == 409));

        var verified = answers.subList(0, CALLERS);
        assertTrue(verified.stream().anyMatch(answer -> answer.status() == 200), verified::toString);
        for (var answer : verified) {
            if (answer.status() == 200) {
                assertTrue(answer.at("/intact").asBoolean(), answer::text);
                assertTrue(answer.at("/entries").asLong() >= ENTRIES, answer::text);
            } else {
                assertEquals(409, answer.status(), answer::text);
                assertEquals("/problems/already-running", answer.at("/type").asText());
                assertTrue(answer.at("/entriesRead").isIntegralNumber(), answer::text);
                assertTrue(answer.at("/entries").isIntegralNumber(), answer::text);
                assertTrue(answer.retryAfter().isPresent(), answer::text);
            }
        }
        answers.subList(CALLERS, answers.size()).forEach(figure -> figure.expecting(200));
        var state = client.get(STATE).expecting(200);
        assertFalse(state.at("/running").asBoolean(), state::text);
        assertTrue(state.at("/result/intact").asBoolean(), state::text);
        assertTrue(state.at("/entriesRead").asLong() >= ENTRIES, state::text);
    }

    private List<Answer> sixAndTwoFigures() {
        return new AtOnce(CALLERS + 2)
                .answers((client, number) -> client.get(number < CALLERS ? VERIFY : "/api/v1/totals"));
    }

    @Test
    void noPageBoundaryChangesTheResult() throws SQLException {
        var subject = Fixtures.code("paged");
        record(new AuditTarget(ProjectTarget.PROJECT, subject), 7);
        generate(20);
        sealing.seal();
        var expected = check(500);

        for (var page : List.of(3, 7, 64)) {
            var paged = check(page);
            assertEquals(expected.entries(), paged.entries(), "pages of " + page);
            assertEquals(expected.seals(), paged.seals(), "pages of " + page);
            assertEquals(expected.intact(), paged.intact(), "pages of " + page);
        }
        assertEquals(entries(), expected.entries());
        assertTrue(expected.intact(), expected::toString);
    }

    @Test
    void theTimeIsThatOfTheEntriesAndIsShown() {
        generate(ENTRIES);
        sealing.seal();
        check(500);

        var begun = System.nanoTime();
        var result = check(500);
        var seconds = (System.nanoTime() - begun) / 1e9;

        LOG.infof(
                "verified %d entries and %d seals in %.2f s: %.0f entries/s",
                result.entries(), result.seals(), seconds, result.entries() / seconds);
        assertTrue(result.intact(), result::toString);
    }

    /** As of an address that guesses passwords: each refusal is an entry of the same chain. */
    @Test
    void theCostOfAnEntryDoesNotGrowWithItsChain() {
        var subject = new AuditTarget(ProjectTarget.PROJECT, Fixtures.code("long"));
        var actor = new Actor(null, null, null);
        QuarkusTransaction.requiringNew()
                .run(() -> trail.record(Collections.nCopies(LONG_CHAIN, event(subject)), actor));

        var begun = System.nanoTime();
        record(subject, 30);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        // They took 57 s when each read all entries before it, and a quarter of a second since.
        assertTrue(took.toSeconds() < 20, () -> "30 entries behind %d took %s".formatted(LONG_CHAIN, took));
    }

    private long entries() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var counted = statement.executeQuery("select count(*) from audit_entry")) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private Result check(int page) {
        return new TrailCheck(new TrailReader(database, page), new Progress(Instant.EPOCH)).run("1m");
    }

    /** Chains of three entries each, as projects have them. */
    private void generate(int entries) {
        var prefix = Fixtures.code("generated");
        for (var from = 0; from < entries / 3; from += 1_000) {
            var subjects = IntStream.range(from, Math.min(entries / 3, from + 1_000))
                    .mapToObj(number -> new AuditTarget(ProjectTarget.PROJECT, prefix + number))
                    .toList();
            QuarkusTransaction.requiringNew().timeout(600).run(() -> {
                for (var i = 0; i < 3; i++) {
                    trail.record(
                            subjects.stream().map(VerificationIT::event).toList(), new Actor("generated", null, null));
                }
            });
        }
    }

    private void record(AuditTarget subject, int entries) {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, entries)
                        .forEach(any -> trail.record(List.of(event(subject)), new Actor(null, null, null))));
    }

    private static AuditEvent event(AuditTarget subject) {
        return AuditEvent.of(
                subject,
                "AMENDED",
                new FieldChange("investment", "1200000000 CNY", "1500000000 CNY"),
                new FieldChange("name", "CMP半导体零部件设备", "半导体零部件设备"),
                new FieldChange("key", "false", "true"));
    }
}
