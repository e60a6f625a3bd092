/** The clock of knowledge, and snapshots of it. */
@NullMarked
package org.investmentpipeline.ledger;

import org.jspecify.annotations.NullMarked;
