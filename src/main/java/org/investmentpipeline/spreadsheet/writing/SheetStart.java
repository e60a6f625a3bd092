package org.investmentpipeline.spreadsheet.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sheet before its first row.
 *
 * @param note a remark above the headings
 * @param fixedColumns the columns at the left that stay in view
 */
public record SheetStart(String name, @Nullable String note, List<SheetHeading> headings, int fixedColumns) {}
