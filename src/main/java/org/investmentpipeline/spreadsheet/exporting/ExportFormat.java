package org.investmentpipeline.spreadsheet.exporting;

import java.io.OutputStream;
import java.util.function.Function;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.spreadsheet.writing.CsvFile;
import org.investmentpipeline.spreadsheet.writing.SheetWriter;
import org.investmentpipeline.spreadsheet.writing.WorkbookFile;

/** The kind of file that an export is. */
public enum ExportFormat {
    XLSX("xlsx", ExportFormat.WORKBOOK_TYPE, WorkbookFile::new),
    CSV("csv", ExportFormat.CSV_TYPE, CsvFile::new);

    public static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV_TYPE = "text/csv;charset=UTF-8";

    private final String ending;
    private final String mediaType;
    private final Function<OutputStream, SheetWriter> writer;

    ExportFormat(String ending, String mediaType, Function<OutputStream, SheetWriter> writer) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** The format of a parameter's value. */
    public static ExportFormat parse(String format) {
        for (var each : values()) {
            if (each.ending.equals(format)) {
                return each;
            }
        }
        throw Problem.invalid("format", "was '%s'; expected xlsx or csv", "给出的是“%s”；应为 xlsx 或 csv", format);
    }

    /** The ending of the file's name. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    SheetWriter writer(OutputStream out) {
        return writer.apply(out);
    }
}
