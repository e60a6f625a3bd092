package org.investmentpipeline.figures.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.investmentpipeline.catalogue.tier.KnownTiers;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectAccess;

/** Resolves what figures are asked: the day, the moment of knowledge, and the size tiers known then. */
@ApplicationScoped
public class Questions {
    private final KnownTiers tiers;
    private final LedgerClock ledgerClock;
    private final ProjectAccess reach;
    private final Clock clock;

    public Questions(KnownTiers tiers, LedgerClock ledgerClock, ProjectAccess reach, Clock clock) {
        this.tiers = tiers;
        this.ledgerClock = ledgerClock;
        this.reach = reach;
        this.clock = clock;
    }

    public FigureQuery resolve(FigureQuestion question) {
        if (question.filter.q != null) {
            throw Problem.invalid("q", "searches today's names; figures have none", "只能检索当前名称，统计数据不支持");
        }
        var today = LocalDate.now(clock);
        var knownAt = ledgerClock.known(question.knownAt);
        return new FigureQuery(
                reach.narrow(question.filter.filter()),
                Breakdown.parse(question.by),
                question.asOf == null ? today : question.asOf,
                knownAt,
                today,
                tiers.at(knownAt),
                question.percent(),
                question.measures());
    }
}
