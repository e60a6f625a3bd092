package org.investmentpipeline.spreadsheet.importing;

import java.util.Map;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet.Refusal;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.investmentpipeline.spreadsheet.reading.SheetReading;

/**
 * An import with refused rows.
 *
 * @param rows the refused rows by place, in the order of the file
 * @param <T> the content of a row
 */
public record RefusedImport<T>(
        ImportRequest request,
        RowReader<T> reader,
        SheetReading reading,
        Map<RowPlace, Refusal> rows,
        ImportReport report) {}
