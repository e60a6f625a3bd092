/** Days, periods and today's date in the bureau's time zone, and the append-only trigger. */
@NullMarked
package org.investmentpipeline.period;

import org.jspecify.annotations.NullMarked;
