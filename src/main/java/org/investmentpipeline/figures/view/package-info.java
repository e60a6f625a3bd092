/** Figures as they are answered. */
@NullMarked
package org.investmentpipeline.figures.view;

import org.jspecify.annotations.NullMarked;
