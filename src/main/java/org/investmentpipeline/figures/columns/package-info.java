/** The figures engine: all positions as columns in memory, and one pass over them for any figure (ADR 27). */
@NullMarked
package org.investmentpipeline.figures.columns;

import org.jspecify.annotations.NullMarked;
