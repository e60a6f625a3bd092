/** Limits of connections: connections of slow clients are closed before they occupy a thread. */
@NullMarked
package org.investmentpipeline.http.connection;

import org.jspecify.annotations.NullMarked;
