package org.investmentpipeline.spreadsheet.cell;

import org.investmentpipeline.problem.LocalizedText;

/** The refusal of one cell, with a sentence on the expected content. */
public final class RefusedCell extends Exception {

    private final transient LocalizedText expected;

    public RefusedCell(LocalizedText expected) {
        super(expected.en(), null, false, false);
        this.expected = expected;
    }

    public LocalizedText expected() {
        return expected;
    }
}
