/** Compiled filters, groupings and scans over the columns. */
@NullMarked
package org.investmentpipeline.figures.columns.scan;

import org.jspecify.annotations.NullMarked;
