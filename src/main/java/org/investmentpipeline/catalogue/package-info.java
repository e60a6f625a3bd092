/** The catalogues of entries with a code, which an administrator maintains: sectors, zones and departments. */
@NullMarked
package org.investmentpipeline.catalogue;

import org.jspecify.annotations.NullMarked;
