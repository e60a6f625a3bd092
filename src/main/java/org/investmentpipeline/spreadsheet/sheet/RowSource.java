package org.investmentpipeline.spreadsheet.sheet;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, from the first to the last, read once. */
public interface RowSource extends Closeable {

    /**
     * The next row, or null after the last; rows that the file leaves out altogether are left out here too.
     *
     * @throws UnreadableFile when the file breaks off or is corrupt
     */
    @Nullable
    SheetRow next();
}
