/** The clock of knowledge, snapshots of it, and the triggers that keep facts append-only. */
@NullMarked
package org.investmentpipeline.ledger;

import org.jspecify.annotations.NullMarked;
