/** The query language of all registers: dimensions, filters, conditions, orders, and cursors of pinned lists. */
@NullMarked
package org.investmentpipeline.query;

import org.jspecify.annotations.NullMarked;
