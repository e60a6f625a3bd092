package org.investmentpipeline.figures.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a bridge: what came in, what went out, or what changed its investment within. */
@Schema(name = "Side")
public enum MovementSide {
    ENTERED,
    LEFT,
    REVALUED;

    /** The word for it in addresses. */
    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
