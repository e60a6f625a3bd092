/** Corrections of the stages that a project went through. */
@NullMarked
package org.investmentpipeline.project.correction;

import org.jspecify.annotations.NullMarked;
