/** The meaning of a single cell: amounts, days, words. */
@NullMarked
package org.investmentpipeline.spreadsheet.cell;

import org.jspecify.annotations.NullMarked;
