/** The format of a dump, independent of the database. */
@NullMarked
package org.investmentpipeline.backup.dump;

import org.jspecify.annotations.NullMarked;
