package org.investmentpipeline.spreadsheet.writing;

import java.io.IOException;
import java.util.List;

/** Writes a file of sheets to a stream, in constant memory: sheet after sheet, row after row. */
public interface SheetWriter {

    /** Begins a sheet with its heading row. */
    void begin(SheetStart start) throws IOException;

    /** The next row of the sheet, with a cell for each heading. */
    void row(List<CellContent> cells) throws IOException;

    /** Hands everything written so far to the stream. */
    void flush() throws IOException;

    /** Ends the file. A workbook that was not ended cannot be opened. */
    void end() throws IOException;
}
