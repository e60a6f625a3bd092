/** The interface by which figures count and sum, and its implementation in SQL. */
@NullMarked
package org.investmentpipeline.figures.source;

import org.jspecify.annotations.NullMarked;
