/** The keys by which names are matched and sorted, alike on both databases. */
@NullMarked
package org.investmentpipeline.input.name;

import org.jspecify.annotations.NullMarked;
