/** A package that is in a cycle on purpose. */
@NullMarked
package org.investmentpipeline.support.cycle.one;

import org.jspecify.annotations.NullMarked;
