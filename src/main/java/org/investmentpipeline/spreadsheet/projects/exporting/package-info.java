/** The export of projects as a sheet, and the template of an empty one. */
@NullMarked
package org.investmentpipeline.spreadsheet.projects.exporting;

import org.jspecify.annotations.NullMarked;
