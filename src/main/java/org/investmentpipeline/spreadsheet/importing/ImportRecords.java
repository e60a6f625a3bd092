package org.investmentpipeline.spreadsheet.importing;

import java.time.Instant;
import java.util.List;

/** The record of all imports that wrote something. */
public interface ImportRecords {

    /**
     * Records an import in the transaction in which it wrote, after everything else was written.
     *
     * @param hash the SHA-256 of the file
     * @return the id of the record
     */
    long record(ImportRequest request, String hash, ImportReport report, List<ImportAddition> additions);

    /**
     * Records an import that wrote nothing, for its refused rows.
     *
     * @param hash the SHA-256 of the file
     * @return the id of the record
     */
    long refused(ImportRequest request, String hash, ImportReport report);

    /** Removes the records of imports that wrote nothing up to a moment. */
    void forgetRefused(Instant until);
}
