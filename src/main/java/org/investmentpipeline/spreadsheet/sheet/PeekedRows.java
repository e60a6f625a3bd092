package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of which the next one can be looked at before it is taken. */
public final class PeekedRows implements RowSource {

    private final RowSource rows;
    private @Nullable SheetRow upcoming;
    private boolean isPeeked;

    public PeekedRows(RowSource rows) {
        this.rows = rows;
    }

    /** The row that {@link #next} will give, null after the last. */
    public @Nullable SheetRow peek() {
        if (!isPeeked) {
            upcoming = rows.next();
            isPeeked = true;
        }
        return upcoming;
    }

    @Override
    public @Nullable SheetRow next() {
        var row = peek();
        isPeeked = false;
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
