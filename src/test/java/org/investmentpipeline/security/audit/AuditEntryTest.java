package org.investmentpipeline.security.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.project.ledger.ProjectTarget;
import org.junit.jupiter.api.Test;

/** The hash of an entry: audit trails are verified with it for as long as they are kept, so it never changes. */
class AuditEntryTest {
    @Test
    void theHashOfAnEntryIsAsInTheFirstRelease() {
        var event = new AuditEvent(
                new AuditTarget(ProjectTarget.PROJECT, "127"),
                "MOVED",
                LocalDate.parse("2023-06-28"),
                null,
                List.of(new FieldChange("stage", "UNDER_NEGOTIATION", "SIGNED")));

        var entry = AuditEntry.of(
                        event, new Actor("wang.li", 12L, "10.0.0.7"), Instant.parse("2023-07-10T08:00:00.123Z"))
                .after(null);

        assertEquals("06dad0466dc9ec0311acde3772187e3c0df2c86c3009d4407badf3d4dcbd52f8", entry.hash);
    }
}
