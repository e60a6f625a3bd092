package org.investmentpipeline.exchange.reading;

import java.util.List;

/**
 * What was read of a ledger, beside its statements.
 *
 * @param rows how many statements it made
 * @param headings of its heading row, from left to right
 */
public record LedgerReading(int rows, List<HeadingReading> headings) {}
