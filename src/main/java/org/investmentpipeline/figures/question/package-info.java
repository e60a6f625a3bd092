/** What figures are asked, resolved to all that decides the answer, and the links that ask for what was counted. */
@NullMarked
package org.investmentpipeline.figures.question;

import org.jspecify.annotations.NullMarked;
