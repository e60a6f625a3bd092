/** Filters that complete the OpenAPI contract with the common parts of all operations. */
@NullMarked
package org.investmentpipeline.openapi;

import org.jspecify.annotations.NullMarked;
