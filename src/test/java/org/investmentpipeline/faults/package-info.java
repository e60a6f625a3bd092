/** Faults of the database and of instances, with both editions as they are packaged, and what clients then see and find. */
@NullMarked
package org.investmentpipeline.faults;

import org.jspecify.annotations.NullMarked;
