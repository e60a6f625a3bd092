/** The parts of figures: breakdowns, cells and tables without holes, sums by day, percentages; pure. */
@NullMarked
package org.investmentpipeline.figures.table;

import org.jspecify.annotations.NullMarked;
