package org.investmentpipeline.project.ledger;

import java.time.Instant;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.timeline.Timeline;

/**
 * A project with its timeline as known now: read together, or as a change leaves it, so that nothing is read back.
 *
 * @param until the moment of the last change that made the timeline; what was recorded later is not in it
 */
public record ProjectWithTimeline(Project project, Timeline timeline, Instant until) {
    /** As a change leaves it: the project is locked, and so nothing comes later. */
    public ProjectWithTimeline(Project project, Timeline timeline) {
        this(project, timeline, LedgerClock.OPEN);
    }
}
