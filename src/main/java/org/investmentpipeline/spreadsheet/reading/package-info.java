/** Rows of a sheet as statements about projects. */
@NullMarked
package org.investmentpipeline.spreadsheet.reading;

import org.jspecify.annotations.NullMarked;
