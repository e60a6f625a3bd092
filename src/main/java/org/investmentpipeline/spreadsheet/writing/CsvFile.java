package org.investmentpipeline.spreadsheet.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A CSV (RFC 4180) of one sheet in UTF-8 with its mark, without which Excel takes it for another encoding. A text that a spreadsheet would
 * take for a formula, or that begins with an apostrophe, gets one apostrophe in front, which the import takes off.
 */
public final class CsvFile implements SheetWriter {

    private static final String GUARDED = "=+-@\t\r'";

    private final Writer out;
    private final CsvWriter csv;

    public CsvFile(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(this.out);
    }

    @Override
    public void begin(SheetStart start) throws IOException {
        out.write('\uFEFF');
        csv.writeRecord(start.headings().stream().map(SheetHeading::text).toList());
    }

    @Override
    public void row(List<CellContent> cells) {
        csv.writeRecord(cells.stream().map(CsvFile::field).toList());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
        out.flush();
    }

    @Override
    public void end() throws IOException {
        flush();
    }

    private static String field(CellContent cell) {
        if (cell instanceof CellContent.Text text) {
            return guarded(text.text());
        }
        return cell instanceof CellContent.Numeric number ? number.value().toPlainString() : "";
    }

    private static String guarded(String text) {
        return !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
