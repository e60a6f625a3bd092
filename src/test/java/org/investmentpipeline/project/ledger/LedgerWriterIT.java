package org.investmentpipeline.project.ledger;

import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerWriter;
import org.junit.jupiter.api.Test;

/** Rows are compared by content, superseded and inserted under one moment; each test undoes its writes. */
@QuarkusTest
class LedgerWriterIT {
    private final ProjectLedger ledger;
    private final StatelessSession session;
    private final LedgerClock clock;

    LedgerWriterIT(ProjectLedger ledger, StatelessSession session, LedgerClock clock) {
        this.ledger = ledger;
        this.session = session;
        this.clock = clock;
    }

    private LedgerWriter<RecordedPosition> writer() {
        return new LedgerWriter<>(RecordedPosition.class, session, clock);
    }

    @Test
    void rowsOfTheSameContentAreNotWrittenAgain() {
        var id = register("landArea", 86, "investment", Map.of("amount", 5));

        QuarkusTransaction.requiringNew().run(() -> {
            var known = ledger.life(id);
            var writer = writer();

            writer.replace(
                    known.rows(),
                    List.of(new RecordedPosition(id, known.rows().get(0).position())));

            assertEquals(List.of(), writer.added());
            assertEquals(List.of(), writer.superseded());
            assertEquals(Optional.empty(), writer.write());
        });
    }

    @Test
    void twoWritersOfOneTransactionRecordUnderOneMoment() {
        var first = register("landArea", 86);
        var second = register("landArea", 87);

        QuarkusTransaction.begin();
        try {
            var known = ledger.life(first);
            var other = ledger.life(second);
            var writer = writer();
            writer.replace(
                    known.rows(),
                    List.of(new RecordedPosition(first, other.rows().get(0).position())));

            var moment = writer.write().orElseThrow();

            var after = ledger.life(first).rows();
            assertEquals(1, after.size());
            assertEquals(moment, after.get(0).recordedAt());
            assertNull(after.get(0).supersededAt());
            assertEquals(List.of(Objects.requireNonNull(known.rows().get(0).id())), writer.superseded());

            var next = writer();
            next.replace(other.rows(), List.of());
            assertEquals(Optional.of(moment), next.write());
            assertEquals(List.of(), ledger.life(second).rows());
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
