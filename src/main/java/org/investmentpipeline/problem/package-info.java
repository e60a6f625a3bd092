/**
 * Refusals of the API (RFC 9457): the closed list of problem types, the violations of an input, and their texts in two
 * languages. Free of JAX-RS, so that pure rules can refuse.
 */
@NullMarked
package org.investmentpipeline.problem;

import org.jspecify.annotations.NullMarked;
