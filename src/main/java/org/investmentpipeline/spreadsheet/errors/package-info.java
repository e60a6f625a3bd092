/** The workbooks of refused rows, kept for some days so that the rows are repaired by hand and imported again. */
@NullMarked
package org.investmentpipeline.spreadsheet.errors;

import org.jspecify.annotations.NullMarked;
