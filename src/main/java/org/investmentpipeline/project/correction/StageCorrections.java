package org.investmentpipeline.project.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.rest.VersionTag;
import org.jspecify.annotations.Nullable;

/** The command that states the stages of a registered project anew: all its entries in one correction. */
@ApplicationScoped
public class StageCorrections {
    private final ProjectAccess reach;
    private final ProjectLedger ledger;
    private final ProjectWriter writer;
    private final Clock clock;

    StageCorrections(ProjectAccess reach, ProjectLedger ledger, ProjectWriter writer, Clock clock) {
        this.reach = reach;
        this.ledger = ledger;
        this.writer = writer;
        this.clock = clock;
    }

    /** Corrects days, removes entries stated as null, and puts in entries that were missing; other stages stay. */
    public ProjectWithTimeline correct(
            long id, @Nullable String ifMatch, Map<Stage, @Nullable StatedDay> stated, String reason) {
        var project = reach.lock(id);
        VersionTag.require(ifMatch, project.version);
        var before = ledger.life(id);
        var life = before.timeline();
        var revised = StageRevision.revise(life, stated, LocalDate.now(clock));
        if (revised != life) {
            var rewrite = writer.prepare(project, before, revised, StageChanges.correction(life, revised, reason));
            writer.raiseVersion(project);
            writer.write(List.of(rewrite));
        }
        return new ProjectWithTimeline(project, revised);
    }
}
