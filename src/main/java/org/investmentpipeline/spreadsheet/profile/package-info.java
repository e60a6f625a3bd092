/** The profiles of imports: parts of the form that are kept under a code. */
@NullMarked
package org.investmentpipeline.spreadsheet.profile;

import org.jspecify.annotations.NullMarked;
