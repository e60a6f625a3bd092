/** The list of size tiers on the clock of knowledge. */
@NullMarked
package org.investmentpipeline.catalogue.tier;

import org.jspecify.annotations.NullMarked;
