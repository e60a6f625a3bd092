/** The kinds of rows of a ledger by their shape: projects, totals, section titles, remarks. */
@NullMarked
package org.investmentpipeline.spreadsheet.row;

import org.jspecify.annotations.NullMarked;
