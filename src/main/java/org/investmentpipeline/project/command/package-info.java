/** Commands on projects: drafts, their validation and resolution, and the one writer of projects. */
@NullMarked
package org.investmentpipeline.project.command;

import org.jspecify.annotations.NullMarked;
