/** Strict reading of JSON bodies and of path and query parameters. */
@NullMarked
package org.investmentpipeline.input;

import org.jspecify.annotations.NullMarked;
