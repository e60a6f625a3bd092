/** Tests of the documentation: its links, its size, and that its commands and answers are true. */
@NullMarked
package org.investmentpipeline.documentation;

import org.jspecify.annotations.NullMarked;
