package org.investmentpipeline.exchange.sheet;

import org.investmentpipeline.api.Message;

/** The refusal of a file whose rows cannot be read. */
public final class UnreadableFile extends RuntimeException {

    private final transient Message reason;

    public UnreadableFile(Message reason) {
        super(reason.en());
        this.reason = reason;
    }

    public UnreadableFile(Message reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
