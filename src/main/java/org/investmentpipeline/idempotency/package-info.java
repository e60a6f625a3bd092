/** Repeated requests under an {@code Idempotency-Key}, retries after concurrency conflicts, and bounded waits for locks. */
@NullMarked
package org.investmentpipeline.idempotency;

import org.jspecify.annotations.NullMarked;
