/** The dimensions of projects, conditions on their positions, and access to them by zone. */
@NullMarked
package org.investmentpipeline.project.query;

import org.jspecify.annotations.NullMarked;
