package org.investmentpipeline.spreadsheet.sheet;

import org.investmentpipeline.problem.LocalizedText;

/** Thrown for a file whose rows cannot be read. */
public final class UnreadableFile extends RuntimeException {

    private final transient LocalizedText reason;

    public UnreadableFile(LocalizedText reason) {
        super(reason.en());
        this.reason = reason;
    }

    public UnreadableFile(LocalizedText reason, Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public LocalizedText reason() {
        return reason;
    }
}
