/** Sums of the ledger kept beside it: dated deltas by day, month and year, from which many figures are read at once. */
@NullMarked
package org.investmentpipeline.figures.rollup;

import org.jspecify.annotations.NullMarked;
