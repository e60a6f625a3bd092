/** Behaviour while the database is unavailable: 503 answers, skipped background jobs, health checks. */
@NullMarked
package org.investmentpipeline.outage;

import org.jspecify.annotations.NullMarked;
