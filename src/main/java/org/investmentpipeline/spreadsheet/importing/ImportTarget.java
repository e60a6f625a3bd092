package org.investmentpipeline.spreadsheet.importing;

import java.util.List;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.RowReader;

/**
 * A register that takes over the rows of one import.
 *
 * @param <T> the content of a row
 */
public interface ImportTarget<T> {

    /** The effect of a row. */
    enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** @param errors the reasons of a refusal; their columns are keys of fields */
    record Outcome(Effect effect, List<CellError> errors) {
        public Outcome(Effect effect) {
            this(effect, List.of());
        }
    }

    RowReader<T> reader();

    /**
     * Decides on a batch of rows that are not refused; the outcomes are in their order. The size of batches has no influence on the
     * result.
     */
    List<Outcome> decide(List<ImportRow<T>> rows);

    /** Writes everything decided so far. */
    void write();
}
