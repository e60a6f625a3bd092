package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet with content for a register.
 *
 * @param <T> the content
 * @param row as a spreadsheet numbers it
 * @param content null exactly when there are errors
 * @param errors the refused cells; a row with errors must not be imported
 */
public record ImportRow<T>(int row, @Nullable T content, List<CellError> errors) {

    public boolean isRefused() {
        return content == null;
    }

    /** The content of a row that is not refused. */
    public T accepted() {
        return Objects.requireNonNull(content);
    }
}
