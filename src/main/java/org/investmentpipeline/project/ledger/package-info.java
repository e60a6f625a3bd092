/** The ledger: lives of projects as positions on two clocks, the rules that change them, and where they are recorded. */
@NullMarked
package org.investmentpipeline.project.ledger;

import org.jspecify.annotations.NullMarked;
