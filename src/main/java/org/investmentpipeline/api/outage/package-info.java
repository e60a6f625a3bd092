/** What holds while the database is away: it is said so, nothing is lost, and all goes on when it is back. */
@NullMarked
package org.investmentpipeline.api.outage;

import org.jspecify.annotations.NullMarked;
