/** Requests made of the contract, right ones and wrong ones, and a judge that holds every answer against it. */
@NullMarked
package org.investmentpipeline.fuzz;

import org.jspecify.annotations.NullMarked;
