/** Files as rows of cells: workbooks and CSV, streamed, with their encodings, merges and traps. */
@NullMarked
package org.investmentpipeline.exchange.sheet;

import org.jspecify.annotations.NullMarked;
