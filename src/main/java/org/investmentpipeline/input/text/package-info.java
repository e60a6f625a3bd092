/** The rules of texts from outside: allowed characters, lengths, and the form in which they are searched. */
@NullMarked
package org.investmentpipeline.input.text;

import org.jspecify.annotations.NullMarked;
