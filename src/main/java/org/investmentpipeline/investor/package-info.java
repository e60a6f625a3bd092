/** The companies and groups that invest (投资方). */
@NullMarked
package org.investmentpipeline.investor;

import org.jspecify.annotations.NullMarked;
