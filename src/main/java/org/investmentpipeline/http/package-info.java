/** The edge of the service: filters of request lines and methods, client addresses, exclusive mode and graceful shutdown. */
@NullMarked
package org.investmentpipeline.http;

import org.jspecify.annotations.NullMarked;
