/** Recognition of headings, and their mapping to fields. */
@NullMarked
package org.investmentpipeline.spreadsheet.heading;

import org.jspecify.annotations.NullMarked;
