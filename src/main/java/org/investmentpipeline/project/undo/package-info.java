/** The undoing of everything that one transaction recorded about projects. */
@NullMarked
package org.investmentpipeline.project.undo;

import org.jspecify.annotations.NullMarked;
