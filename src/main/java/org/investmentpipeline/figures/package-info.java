/** What is counted and summed: stocks and flows, each with the link to its projects. */
@NullMarked
package org.investmentpipeline.figures;

import org.jspecify.annotations.NullMarked;
