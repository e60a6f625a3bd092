/** The audit trail: who did what, when and from where, in chains that show when they were tampered with. */
@NullMarked
package org.investmentpipeline.security.audit;

import org.jspecify.annotations.NullMarked;
