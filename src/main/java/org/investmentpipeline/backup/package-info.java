/** Online backups of the embedded database; dumps, and their restoration into an empty database. */
@NullMarked
package org.investmentpipeline.backup;

import org.jspecify.annotations.NullMarked;
