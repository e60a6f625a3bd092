/** Request bodies, read completely and within limits before a request takes a worker thread. */
@NullMarked
package org.investmentpipeline.http.body;

import org.jspecify.annotations.NullMarked;
