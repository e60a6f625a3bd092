/** The lists a bureau maintains: sectors, zones, departments, size tiers and exchange rates. */
@NullMarked
package org.investmentpipeline.catalogue;

import org.jspecify.annotations.NullMarked;
