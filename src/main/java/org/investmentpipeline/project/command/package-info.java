/** The changes of projects: drafts, their validation, and the commands that write them. */
@NullMarked
package org.investmentpipeline.project.command;

import org.jspecify.annotations.NullMarked;
