package org.investmentpipeline.exchange.cell;

import org.investmentpipeline.api.Message;

/** The refusal of one cell, with the sentence that says what was expected there. */
public final class RefusedCell extends Exception {

    private final transient Message expected;

    public RefusedCell(Message expected) {
        super(expected.en(), null, false, false);
        this.expected = expected;
    }

    public Message expected() {
        return expected;
    }
}
