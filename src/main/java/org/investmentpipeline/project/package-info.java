/** Projects, and the ledger that holds their lives as positions on two clocks. */
@NullMarked
package org.investmentpipeline.project;

import org.jspecify.annotations.NullMarked;
