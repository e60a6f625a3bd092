/** The exchange rates to CNY, each from a day until the next one of its currency. */
@NullMarked
package org.investmentpipeline.catalogue.rate;

import org.jspecify.annotations.NullMarked;
