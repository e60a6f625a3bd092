/** Notations of numbers, days and words within a text: Chinese numerals, traditional characters, amounts in several magnitudes. */
@NullMarked
package org.investmentpipeline.spreadsheet.notation;

import org.jspecify.annotations.NullMarked;
