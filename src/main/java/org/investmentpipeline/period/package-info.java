/** Days, periods and the two clocks: the bureau's today and the ledger's clock of knowledge; and what keeps a moment: append-only tables and snapshots. */
@NullMarked
package org.investmentpipeline.period;

import org.jspecify.annotations.NullMarked;
