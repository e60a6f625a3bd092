package org.investmentpipeline.spreadsheet.reading;

import java.util.List;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;

/**
 * What was read of a ledger, beside its statements.
 *
 * @param rows how many statements it made
 * @param headings of its heading row, from left to right
 */
public record SheetReading(int rows, List<HeadingReading> headings) {}
