package org.investmentpipeline.figures.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementCauseTest {

    @ParameterizedTest(name = "{0} {1} to {2} {3}, entry {4}: {5}")
    @CsvSource({
        ", , UNDER_NEGOTIATION, ACTIVE, true, REGISTERED",
        ", , SIGNED, ACTIVE, true, REGISTERED",
        ", , SIGNED, SUSPENDED, true, REGISTERED",
        ", , SIGNED, ACTIVE, false, TAKEN_OVER",
        ", , UNDER_NEGOTIATION, WITHDRAWN, false, TAKEN_OVER",
        "UNDER_NEGOTIATION, ACTIVE, SIGNED, ACTIVE, true, MOVED",
        "UNDER_NEGOTIATION, ACTIVE, COMPLETED, ACTIVE, true, MOVED",
        "UNDER_NEGOTIATION, ACTIVE, SIGNED, ACTIVE, false, TAKEN_OVER",
        "SIGNED, ACTIVE, GROUNDBREAKING, SUSPENDED, true, MOVED",
        "SIGNED, SUSPENDED, GROUNDBREAKING, ACTIVE, false, TAKEN_OVER",
        "SIGNED, ACTIVE, SIGNED, SUSPENDED, false, SUSPENDED",
        "SIGNED, WITHDRAWN, SIGNED, SUSPENDED, false, SUSPENDED",
        "SIGNED, ACTIVE, SIGNED, WITHDRAWN, false, WITHDRAWN",
        "SIGNED, SUSPENDED, SIGNED, WITHDRAWN, false, WITHDRAWN",
        "SIGNED, SUSPENDED, SIGNED, ACTIVE, false, RESUMED",
        "SIGNED, WITHDRAWN, SIGNED, ACTIVE, false, RESUMED",
        "SIGNED, ACTIVE, SIGNED, ACTIVE, false, RECLASSIFIED",
        "COMPLETED, WITHDRAWN, COMPLETED, WITHDRAWN, false, RECLASSIFIED"
    })
    void the_first_that_fits_is_the_cause(
            @Nullable Stage stageBefore,
            @Nullable Status statusBefore,
            Stage stage,
            Status status,
            boolean entry,
            MovementCause cause) {
        assertEquals(cause, MovementCause.of(stageBefore, statusBefore, stage, status, entry));
    }

    @Test
    void an_entry_that_is_stated_is_of_a_flow_and_nothing_else_is() {
        var flow = Set.of(MovementCause.REGISTERED, MovementCause.MOVED);
        var seen = EnumSet.noneOf(MovementCause.class);
        for (var before : Stage.values()) {
            for (var after : Stage.values()) {
                for (var status : Status.values()) {
                    var entry = before != after && status == Status.ACTIVE;
                    var cause = MovementCause.of(before, Status.ACTIVE, after, status, entry);
                    assertEquals(entry, flow.contains(cause), before + " to " + after);
                    seen.add(cause);
                }
            }
        }
        assertTrue(seen.containsAll(Set.of(
                MovementCause.MOVED, MovementCause.SUSPENDED, MovementCause.WITHDRAWN, MovementCause.RECLASSIFIED)));
    }
}
