/** Questions about figures, resolved to all that decides the answer, and the links that ask for the counted projects. */
@NullMarked
package org.investmentpipeline.figures.question;

import org.jspecify.annotations.NullMarked;
