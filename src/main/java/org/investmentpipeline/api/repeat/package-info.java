/** Requests that come twice, and changes that meet: neither does anything twice or loses anything. */
@NullMarked
package org.investmentpipeline.api.repeat;

import org.jspecify.annotations.NullMarked;
