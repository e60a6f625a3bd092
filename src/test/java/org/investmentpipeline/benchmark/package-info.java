/** How fast the service answers and what it needs, on generated ledgers of growing size, beside the same questions in plain SQL. */
@NullMarked
package org.investmentpipeline.benchmark;

import org.jspecify.annotations.NullMarked;
