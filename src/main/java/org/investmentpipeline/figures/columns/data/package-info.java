/** Positions as columns of primitive arrays, with dictionaries; snapshots that only grow. */
@NullMarked
package org.investmentpipeline.figures.columns.data;

import org.jspecify.annotations.NullMarked;
