/** The bureau's spreadsheets: the requests that import them. */
@NullMarked
package org.investmentpipeline.spreadsheet;

import org.jspecify.annotations.NullMarked;
