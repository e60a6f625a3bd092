/** The clock of knowledge, snapshots of it, and the rows of facts on two clocks with their writer. */
@NullMarked
package org.investmentpipeline.ledger;

import org.jspecify.annotations.NullMarked;
