/** Files and directories of which only the user of the service may know the content. */
@NullMarked
package org.investmentpipeline.file;

import org.jspecify.annotations.NullMarked;
