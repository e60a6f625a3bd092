package org.investmentpipeline.spreadsheet.heading;

import java.util.List;
import java.util.Map;
import org.investmentpipeline.spreadsheet.schema.Column;
import org.investmentpipeline.spreadsheet.schema.SheetField;

/**
 * The interpreted heading row of a sheet.
 *
 * @param row its number
 * @param width the number of its columns, blank ones at the end included
 * @param fields the column that fills each field, in the order of the columns
 * @param headings the interpretation of each heading
 */
public record Columns(int row, int width, Map<SheetField<?>, Column> fields, List<HeadingReading> headings) {}
