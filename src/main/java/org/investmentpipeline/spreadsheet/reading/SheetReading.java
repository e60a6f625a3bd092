package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;

/**
 * The result of reading a sheet, apart from its import rows.
 *
 * @param rows the number of its import rows
 * @param headings of its heading row, from left to right
 */
public record SheetReading(int rows, List<HeadingReading> headings) {}
