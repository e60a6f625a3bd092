/** Problems as responses, and the id and metrics of each request. */
@NullMarked
package org.investmentpipeline.http.response;

import org.jspecify.annotations.NullMarked;
