/** The audit trail: actor, action, target, time and address, in tamper-evident chains of hashes. */
@NullMarked
package org.investmentpipeline.security.audit;

import org.jspecify.annotations.NullMarked;
