package org.investmentpipeline.spreadsheet.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.jspecify.annotations.Nullable;

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

    /**
     * The outcome of a row.
     *
     * @param errors the reasons of a refusal; their columns are keys of fields
     * @param warnings about a row that is taken over
     */
    record Outcome(Effect effect, List<CellError> errors, Set<ImportWarning> warnings) {
        /** The outcome of a refused row. */
        public static Outcome refused(List<CellError> errors) {
            return new Outcome(Effect.REFUSED, errors, Set.of());
        }

        /** The outcome of a row that is taken over. */
        public static Outcome of(Effect effect, Set<ImportWarning> warnings) {
            return new Outcome(effect, List.of(), warnings);
        }
    }

    RowReader<T> reader();

    /**
     * Decides on a batch of rows that are not refused; the outcomes are in their order. The size of batches has no influence on the
     * result.
     */
    List<Outcome> decide(List<ImportRow<T>> rows);

    /**
     * Refusals of decided rows that the rest of the file contradicts, by the number of rows decided before. These rows are not
     * written. Called once, after the last row.
     */
    Map<Integer, List<CellError>> withdraw();

    /**
     * The subjects that a complete sheet does not have; null when it is not said to be complete. Called after the last row.
     *
     * @param refused the subjects of rows that could not be read, as written
     */
    ImportReport.@Nullable Missing missing(Set<String> refused);

    /** Refuses the import if everything decided so far and not withdrawn breaks a rule that no single row breaks. */
    default void check() {}

    /** The investors and catalogue entries that were added for rows. */
    List<ImportAddition> additions();

    /** Writes everything decided so far and not withdrawn. */
    void write();
}
