/** The timeline of a project and the rules of its changes; pure. */
@NullMarked
package org.investmentpipeline.project.timeline;

import org.jspecify.annotations.NullMarked;
