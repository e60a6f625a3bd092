package org.investmentpipeline.figures.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** Why a project came into a row of a bridge, or left it: the first that fits, in this order. */
@Schema(name = "Cause")
public enum MovementCause {
    /** Its life began, on a stated day. */
    REGISTERED,
    /** It was taken over in a stage whose day nobody stated. */
    TAKEN_OVER,
    /** It entered its stage. */
    MOVED,
    SUSPENDED,
    WITHDRAWN,
    RESUMED,
    /** Something else about it changed: its sector, its department, its investment across an edge. */
    RECLASSIFIED;

    /**
     * The cause between two adjacent positions of a life.
     *
     * @param stageBefore null when there was none before
     * @param entry whether the second one enters its stage on a stated day
     */
    public static MovementCause of(
            @Nullable Stage stageBefore, @Nullable Status statusBefore, Stage stage, Status status, boolean entry) {
        if (stageBefore == null) {
            return entry ? REGISTERED : TAKEN_OVER;
        }
        if (stageBefore != stage) {
            return entry ? MOVED : TAKEN_OVER;
        }
        if (statusBefore == status) {
            return RECLASSIFIED;
        }
        return switch (status) {
            case SUSPENDED -> SUSPENDED;
            case WITHDRAWN -> WITHDRAWN;
            case ACTIVE -> RESUMED;
        };
    }

    /** Whether the second position then enters its stage on a stated day; each cause decides that. */
    public boolean entry() {
        return this == REGISTERED || this == MOVED;
    }

    /** The word for it in addresses and answers. */
    @Override
    @JsonValue
    public String toString() {
        return this == TAKEN_OVER ? "takenOver" : name().toLowerCase(Locale.ROOT);
    }
}
