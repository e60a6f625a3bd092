/** The record of all imports that wrote something. */
@NullMarked
package org.investmentpipeline.spreadsheet.journal;

import org.jspecify.annotations.NullMarked;
