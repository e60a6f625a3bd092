/** Projects in responses, and pages of them. */
@NullMarked
package org.investmentpipeline.project.view;

import org.jspecify.annotations.NullMarked;
