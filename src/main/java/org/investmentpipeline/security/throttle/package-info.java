/** Slows down guessing of passwords. */
@NullMarked
package org.investmentpipeline.security.throttle;

import org.jspecify.annotations.NullMarked;
