/** What one cell of a bureau's ledger says: amounts, days, words and text. */
@NullMarked
package org.investmentpipeline.exchange.cell;

import org.jspecify.annotations.NullMarked;
