package org.investmentpipeline.project.ledger;

import org.investmentpipeline.project.timeline.Timeline;

/** A project with its timeline as known now: read together, or as a change leaves it, so that nothing is read back. */
public record ProjectWithTimeline(Project project, Timeline timeline) {}
