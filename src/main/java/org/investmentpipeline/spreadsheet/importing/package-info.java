/** The import of sheets into any register: batches, refusals, the report, catalogue look-ups. */
@NullMarked
package org.investmentpipeline.spreadsheet.importing;

import org.jspecify.annotations.NullMarked;
