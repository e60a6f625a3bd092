/** Filters that complete the OpenAPI contract with what is common to all operations. */
@NullMarked
package org.investmentpipeline.openapi;

import org.jspecify.annotations.NullMarked;
