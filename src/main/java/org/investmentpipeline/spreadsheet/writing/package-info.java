/** Files of sheets as they are written, row by row: workbooks and CSV. */
@NullMarked
package org.investmentpipeline.spreadsheet.writing;

import org.jspecify.annotations.NullMarked;
