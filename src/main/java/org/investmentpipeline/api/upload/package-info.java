/** Bodies of requests that are kept in files while the request is under way. */
@NullMarked
package org.investmentpipeline.api.upload;

import org.jspecify.annotations.NullMarked;
