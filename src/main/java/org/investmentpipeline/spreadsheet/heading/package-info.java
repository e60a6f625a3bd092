/** Headings of a sheet and the fields that they mean. */
@NullMarked
package org.investmentpipeline.spreadsheet.heading;

import org.jspecify.annotations.NullMarked;
