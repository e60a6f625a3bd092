/** Metrics, service information, the startup message, and the pages of the service itself. */
@NullMarked
package org.investmentpipeline.monitoring;

import org.jspecify.annotations.NullMarked;
