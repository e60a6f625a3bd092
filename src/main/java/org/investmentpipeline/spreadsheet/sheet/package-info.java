/** CSV and XLSX files as rows of cells. */
@NullMarked
package org.investmentpipeline.spreadsheet.sheet;

import org.jspecify.annotations.NullMarked;
