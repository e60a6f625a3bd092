package org.investmentpipeline.figures.columns.data;

/** Thrown when the columns of a ledger need more memory than they may take. */
public final class LedgerTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerTooLarge(long needed, long allowed) {
        super("the columns need %d MB, pipeline.figures.memory allows %d MB".formatted(needed >> 20, allowed >> 20));
    }
}
