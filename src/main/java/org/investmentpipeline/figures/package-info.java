/** Works out what is counted and summed: stocks, flows, bridges, conversions and lead times, each with the link to its projects. */
@NullMarked
package org.investmentpipeline.figures;

import org.jspecify.annotations.NullMarked;
