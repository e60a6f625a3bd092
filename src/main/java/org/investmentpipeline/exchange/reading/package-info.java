/** Rows of a ledger read as statements about projects: headings understood, cells taken, what cannot be is named. */
@NullMarked
package org.investmentpipeline.exchange.reading;

import org.jspecify.annotations.NullMarked;
