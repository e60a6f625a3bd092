/** What those who run the service see of it: which one it is, and its numbers. */
@NullMarked
package org.investmentpipeline.operation;

import org.jspecify.annotations.NullMarked;
