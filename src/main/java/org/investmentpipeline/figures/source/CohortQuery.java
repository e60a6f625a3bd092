package org.investmentpipeline.figures.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Cohort;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectConditions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.query.Condition;

/** Reads the entries of a period together with other positions of the same projects. */
@ApplicationScoped
class CohortQuery {
    private final AggregateQuery query;
    private final ProjectConditions criteria;

    CohortQuery(AggregateQuery query, ProjectConditions criteria) {
        this.query = query;
        this.criteria = criteria;
    }

    /** The entries of the cohort, by the state of the same projects on the day of the answer. */
    Cohort cohort(FigureQuery asked, Period signedIn) {
        var scope = asked.flow(signedIn);
        var condition = criteria.build(asked.filter(), scope);
        var found = new Cohort();
        query.rows(cohortHql(asked, scope, condition), condition).forEach(row -> {
            var values = AggregateQuery.values(row, 2, asked.breakdown(), asked.tiers());
            found.add(values, (Stage) row[0], (Status) row[1], AggregateQuery.cell(row, row.length - 2));
        });
        return found;
    }

    private static String cohortHql(FigureQuery asked, TimeSlice scope, Condition condition) {
        var terms = AggregateQuery.terms(asked.breakdown(), asked.tiers(), "p");
        terms.add(0, "s.state.stage");
        terms.add(1, "s.state.status");
        return """
                select %1$s, count(*), sum(p.cny)
                from RecordedPosition p join RecordedPosition s on s.projectId = p.projectId and %2$s and %3$s
                where %4$s group by %1$s
                """.formatted(
                        String.join(", ", terms),
                        ProjectConditions.known(condition, "s", scope),
                        ProjectConditions.holds(condition, "s", scope),
                        condition.where());
    }

    /** The entries of a period, by the days since the same projects entered an earlier stage. */
    LeadDays leadDays(FigureQuery asked, Stage from, Period period) {
        var scope = asked.flow(period);
        var condition = criteria.build(asked.filter(), scope);
        var found = new LeadDays();
        query.rows(leadHql(asked, from, scope, condition), condition).forEach(row -> {
            var began = (LocalDate) row[0];
            var days = began == null ? null : ChronoUnit.DAYS.between(began, (LocalDate) row[1]);
            var values = AggregateQuery.values(row, 2, asked.breakdown(), asked.tiers());
            found.add(values, days, ((Number) row[row.length - 1]).longValue());
        });
        return found;
    }

    private static String leadHql(FigureQuery asked, Stage from, TimeSlice scope, Condition condition) {
        var terms = AggregateQuery.terms(asked.breakdown(), asked.tiers(), "p");
        terms.add(0, "f.from");
        terms.add(1, "p.from");
        return """
                select %1$s, count(*)
                from RecordedPosition p left join RecordedPosition f
                    on f.projectId = p.projectId and f.entry = true and f.state.stage = %2$s and %3$s
                where %4$s group by %1$s
                """.formatted(
                        String.join(", ", terms),
                        condition.bind("leadsFrom", from),
                        ProjectConditions.known(condition, "f", scope),
                        condition.where());
    }
}
