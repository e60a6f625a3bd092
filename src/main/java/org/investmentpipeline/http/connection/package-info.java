/** Limits of connections: slow clients are closed before they hold a thread. */
@NullMarked
package org.investmentpipeline.http.connection;

import org.jspecify.annotations.NullMarked;
