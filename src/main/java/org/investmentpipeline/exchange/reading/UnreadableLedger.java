package org.investmentpipeline.exchange.reading;

import org.investmentpipeline.api.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The refusal of a ledger as a whole. */
public final class UnreadableLedger extends RuntimeException {

    private final transient LocalizedText reason;

    UnreadableLedger(LocalizedText reason) {
        this(reason, null);
    }

    UnreadableLedger(LocalizedText reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
