package org.investmentpipeline.exchange.reading;

import org.investmentpipeline.api.Message;
import org.jspecify.annotations.Nullable;

/** The refusal of a ledger as a whole. */
public final class UnreadableLedger extends RuntimeException {

    private final transient Message reason;

    UnreadableLedger(Message reason) {
        this(reason, null);
    }

    UnreadableLedger(Message reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }
}
