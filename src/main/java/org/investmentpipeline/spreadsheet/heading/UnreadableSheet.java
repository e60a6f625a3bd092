package org.investmentpipeline.spreadsheet.heading;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The refusal of a whole sheet. */
public final class UnreadableSheet extends RuntimeException {

    private final transient LocalizedText reason;

    public UnreadableSheet(LocalizedText reason) {
        this(reason, null);
    }

    public UnreadableSheet(LocalizedText reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
