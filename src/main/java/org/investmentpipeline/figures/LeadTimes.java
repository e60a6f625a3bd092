package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.figures.view.LeadTime;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.rest.ConditionalResponse;

/** Works out lead times. */
@ApplicationScoped
class LeadTimes {
    private final FigureSource source;

    LeadTimes(FigureSource source) {
        this.source = source;
    }

    /** From which stage to which, of those that reached the latter in a period. */
    record Leg(Stage from, Stage to, Period period) {
        Leg {
            if (!from.isBefore(to)) {
                throw Problem.invalid("to", "was %s; expected a stage after %s", "给出的是 %s；应为 %s 之后的阶段", to, from);
            }
        }
    }

    ConditionalResponse<LeadTime> answer(FigureQuery question, Leg leg) {
        var asked = question.ofStage(leg.to);
        source.check(asked, asked.flow(leg.period));
        var more = List.of(leg.from, leg.to, leg.period.name());
        return asked.answer("lead-times", more, () -> leadTime(asked, leg));
    }

    private LeadTime leadTime(FigureQuery asked, Leg leg) {
        var times = source.leadDays(asked, leg.from, leg.period);
        var links = asked.links(asked.flow(leg.period, new TimeSlice.LaterOutcome(null, null, leg.from)));
        var rows = asked.table(List.of(times.occurring())).rows().stream()
                .map(row -> new LeadTime.Row(asked.members(row), view(times.of(row), links.of(row))))
                .toList();
        return new LeadTime(
                leg.from,
                leg.to,
                leg.period.name(),
                leg.period.first(),
                leg.period.last(),
                asked.basis(),
                rows,
                view(times.total(), links.all()));
    }

    private static LeadTime.Days view(LeadDays.Sample sample, String link) {
        var days = sample.days();
        return new LeadTime.Days(days.count(), days.median(), days.percentile(90), sample.excluded(), link);
    }
}
