/** Import of sheets into the ledger. */
@NullMarked
package org.investmentpipeline.spreadsheet.importing;

import org.jspecify.annotations.NullMarked;
