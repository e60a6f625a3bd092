/** The export of any register as a file of sheets: columns, file name, the streamed answer. */
@NullMarked
package org.investmentpipeline.spreadsheet.exporting;

import org.jspecify.annotations.NullMarked;
