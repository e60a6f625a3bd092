/** The start of the process: checks of the data directory and the database, and one sentence for a start that fails. */
@NullMarked
package org.investmentpipeline.startup;

import org.jspecify.annotations.NullMarked;
