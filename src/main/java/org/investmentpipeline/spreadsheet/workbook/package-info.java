/** XLSX workbooks as rows of cells. */
@NullMarked
package org.investmentpipeline.spreadsheet.workbook;

import org.jspecify.annotations.NullMarked;
