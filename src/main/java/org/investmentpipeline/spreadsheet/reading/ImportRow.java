package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet with content for a register.
 *
 * @param <T> the content
 * @param subject the text of the subject's cell, blank when it has none
 * @param content null exactly when there are errors
 * @param errors the refused cells; a row with errors must not be imported
 * @param warnings about a row that is taken over
 */
public record ImportRow<T>(
        RowPlace place, String subject, @Nullable T content, List<CellError> errors, Set<ImportWarning> warnings) {

    public boolean isRefused() {
        return content == null;
    }

    /** The content of a row that is not refused. */
    public T accepted() {
        return Objects.requireNonNull(content);
    }
}
