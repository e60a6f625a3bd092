package org.investmentpipeline.spreadsheet.importing;

import org.jspecify.annotations.Nullable;

/** The store of refused rows, from which they are taken for repair. */
public interface RefusedRows {

    /**
     * Keeps the refused rows of an import.
     *
     * @param record the record of an import that wrote other rows, in whose transaction the refused ones are kept; null for one that wrote
     *     nothing, whose refused rows are kept in a transaction of their own
     * @return the path of the rows; null when not even one of them has room
     */
    @Nullable
    String keep(RefusedImport<?> refused, @Nullable Long record);
}
