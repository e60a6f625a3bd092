/** Backups, and restorations into an empty database. */
@NullMarked
package org.investmentpipeline.backup;

import org.jspecify.annotations.NullMarked;
