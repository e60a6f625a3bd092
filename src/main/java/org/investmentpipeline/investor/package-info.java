/** The companies and groups that invest. */
@NullMarked
package org.investmentpipeline.investor;

import org.jspecify.annotations.NullMarked;
