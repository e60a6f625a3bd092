/** The query language of projects: dimensions, filters, conditions, and the limits of zones. */
@NullMarked
package org.investmentpipeline.project.query;

import org.jspecify.annotations.NullMarked;
