/** The description of a register's sheets: fields, the headings that mean them, the reader of each column. */
@NullMarked
package org.investmentpipeline.spreadsheet.schema;

import org.jspecify.annotations.NullMarked;
