package org.investmentpipeline.spreadsheet.cell;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The refusal of one cell, with a sentence on the expected content. */
public final class RefusedCell extends Exception {

    private final transient LocalizedText expected;
    private final @Nullable String nearest;

    public RefusedCell(LocalizedText expected) {
        this(expected, null);
    }

    /** @param nearest the known word that is most like the unknown one of the cell */
    public RefusedCell(LocalizedText expected, @Nullable String nearest) {
        super(expected.en(), null, false, false);
        this.expected = expected;
        this.nearest = nearest;
    }

    public LocalizedText expected() {
        return expected;
    }

    public @Nullable String nearest() {
        return nearest;
    }
}
