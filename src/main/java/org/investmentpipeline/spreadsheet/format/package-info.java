/** Number formats of workbooks: the text and the number that a cell shows. */
@NullMarked
package org.investmentpipeline.spreadsheet.format;

import org.jspecify.annotations.NullMarked;
