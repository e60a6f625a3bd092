package org.investmentpipeline.ledger;

/** A row with {@link BlockNumbers}, which may get its id before it is stored. */
public interface Numbered {
    void number(long id);
}
