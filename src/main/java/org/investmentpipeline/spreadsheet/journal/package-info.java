/** The record of all imports that wrote something, and their undo. */
@NullMarked
package org.investmentpipeline.spreadsheet.journal;

import org.jspecify.annotations.NullMarked;
