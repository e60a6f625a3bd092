/** Sealing and verification of the audit trail, and its resource. */
@NullMarked
package org.investmentpipeline.security.audit.verification;

import org.jspecify.annotations.NullMarked;
