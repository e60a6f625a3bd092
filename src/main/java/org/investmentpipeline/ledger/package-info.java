/** The ledger clock (moments of knowledge), and consistent snapshots of the database. */
@NullMarked
package org.investmentpipeline.ledger;

import org.jspecify.annotations.NullMarked;
