/** The edge of the service: connections with time limits and least rates, and request bodies that are complete before work begins. */
@NullMarked
package org.investmentpipeline.api.http;

import org.jspecify.annotations.NullMarked;
