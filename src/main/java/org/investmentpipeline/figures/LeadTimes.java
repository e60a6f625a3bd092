package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Distribution;
import org.investmentpipeline.figures.view.LeadTime;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.Condition;
import org.investmentpipeline.project.query.ConditionBuilder;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.rest.ConditionalResponse;
import org.jspecify.annotations.Nullable;

/** Works out lead times. */
@ApplicationScoped
class LeadTimes {
    private final FiguresQuery query;
    private final ConditionBuilder criteria;

    LeadTimes(FiguresQuery query, ConditionBuilder criteria) {
        this.query = query;
        this.criteria = criteria;
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
        query.check(asked, asked.flow(leg.period));
        var more = List.of(leg.from, leg.to, leg.period.name());
        return asked.answer("lead-times", more, () -> leadTime(asked, leg));
    }

    private LeadTime leadTime(FigureQuery asked, Leg leg) {
        var times = times(asked, leg);
        var links = asked.links(asked.flow(leg.period, new TimeSlice.Fate(null, null, leg.from)));
        var rows = asked.table(List.of(times.occurring)).rows().stream()
                .map(row -> new LeadTime.Row(asked.members(row), times.of(row).view(links.of(row))))
                .toList();
        return new LeadTime(
                leg.from,
                leg.to,
                leg.period.name(),
                leg.period.first(),
                leg.period.last(),
                asked.basis(),
                rows,
                times.total.view(links.all()));
    }

    /** The days that projects took, by row and of all. */
    private record Times(Aggregates occurring, Map<List<String>, Sample> byRow, Sample total) {
        void add(List<String> row, @Nullable Long days, long count) {
            occurring.add(row, CountAndSum.NONE);
            byRow.computeIfAbsent(row, any -> new Sample()).add(days, count);
            total.add(days, count);
        }

        Sample of(List<String> row) {
            return byRow.getOrDefault(row, new Sample());
        }
    }

    /** Days, and how many have none that can be told. */
    private static final class Sample {
        private final Distribution days = new Distribution();
        private long excluded;

        void add(@Nullable Long took, long count) {
            if (took == null) {
                excluded += count;
            } else {
                days.add(took, count);
            }
        }

        LeadTime.Days view(String link) {
            return new LeadTime.Days(days.count(), days.median(), days.percentile(90), excluded, link);
        }
    }

    private Times times(FigureQuery asked, Leg leg) {
        var scope = asked.flow(leg.period);
        var condition = criteria.build(asked.filter(), scope);
        var times = new Times(new Aggregates(), new HashMap<>(), new Sample());
        query.rows(hql(asked, leg, scope, condition), condition).forEach(row -> {
            var began = (LocalDate) row[0];
            var days = began == null ? null : ChronoUnit.DAYS.between(began, (LocalDate) row[1]);
            times.add(
                    FiguresQuery.values(row, 2, asked.breakdown(), asked.tiers()),
                    days,
                    ((Number) row[row.length - 1]).longValue());
        });
        return times;
    }

    private static String hql(FigureQuery asked, Leg leg, TimeSlice scope, Condition condition) {
        var terms = FiguresQuery.terms(asked.breakdown(), asked.tiers(), "p");
        terms.add(0, "f.from");
        terms.add(1, "p.from");
        return """
                select %1$s, count(*)
                from RecordedPosition p left join RecordedPosition f
                    on f.projectId = p.projectId and f.entry = true and f.state.stage = %2$s and %3$s
                where %4$s group by %1$s
                """.formatted(
                        String.join(", ", terms),
                        condition.bind("leadsFrom", leg.from),
                        ConditionBuilder.known(condition, "f", scope),
                        condition.where());
    }
}
