/** Rows of a sheet, read as import rows. */
@NullMarked
package org.investmentpipeline.spreadsheet.reading;

import org.jspecify.annotations.NullMarked;
