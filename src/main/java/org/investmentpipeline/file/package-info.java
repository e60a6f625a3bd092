/** Files and directories that only the user of the service may read. */
@NullMarked
package org.investmentpipeline.file;

import org.jspecify.annotations.NullMarked;
