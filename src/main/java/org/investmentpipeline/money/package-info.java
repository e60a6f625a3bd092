/** Exact amounts, their currencies, and the size tiers they fall into. */
@NullMarked
package org.investmentpipeline.money;

import org.jspecify.annotations.NullMarked;
