/** Who asks, what they may do and where, and how a refusal is answered. */
@NullMarked
package org.investmentpipeline.security;

import org.jspecify.annotations.NullMarked;
