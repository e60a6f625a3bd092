/** Ledgers coming in: spreadsheets and CSV read as statements about projects. */
@NullMarked
package org.investmentpipeline.exchange;

import org.jspecify.annotations.NullMarked;
