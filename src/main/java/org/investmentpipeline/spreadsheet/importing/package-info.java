/** The import of sheets: the form, rows matched with projects, catalogue look-ups, the report. */
@NullMarked
package org.investmentpipeline.spreadsheet.importing;

import org.jspecify.annotations.NullMarked;
