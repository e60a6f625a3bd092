package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.table.Percent;
import org.investmentpipeline.figures.view.Conversion;
import org.investmentpipeline.figures.view.Figure;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.Condition;
import org.investmentpipeline.project.query.ConditionBuilder;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.rest.ConditionalResponse;

/** Works out conversions. */
@ApplicationScoped
class Conversions {
    private static final TimeSlice.Fate STARTED = new TimeSlice.Fate(Stage.GROUNDBREAKING, null, null);
    private static final TimeSlice.Fate COMPLETED = new TimeSlice.Fate(Stage.COMPLETED, null, null);
    private static final TimeSlice.Fate WITHDRAWN = new TimeSlice.Fate(null, Status.WITHDRAWN, null);

    private final FiguresQuery query;
    private final ConditionBuilder criteria;

    Conversions(FiguresQuery query, ConditionBuilder criteria) {
        this.query = query;
        this.criteria = criteria;
    }

    ConditionalResponse<Conversion> answer(FigureQuery question, Period signedIn) {
        var asked = question.ofStage(Stage.SIGNED);
        query.check(asked, asked.flow(signedIn));
        return asked.answer("conversion", List.of(signedIn.name()), () -> conversion(asked, signedIn));
    }

    private Conversion conversion(FigureQuery asked, Period signedIn) {
        var cohort = cohort(asked, signedIn);
        var reader = new Reader(asked, signedIn, cohort);
        var rows = asked.table(List.of(cohort.signed)).rows().stream()
                .map(row -> new Conversion.Row(
                        asked.members(row), reader.groups(cells -> cells.of(row), links -> links.of(row))))
                .toList();
        return new Conversion(
                signedIn.name(),
                signedIn.first(),
                signedIn.last(),
                asked.basis(),
                rows,
                reader.groups(Aggregates::total, Links::all));
    }

    private record Cohort(Aggregates signed, Aggregates started, Aggregates completed, Aggregates withdrawn) {}

    /** The entries of the cohort, by where the same projects stand on the day of the answer. */
    private Cohort cohort(FigureQuery asked, Period signedIn) {
        var scope = asked.flow(signedIn);
        var condition = criteria.build(asked.filter(), scope);
        var found = new Cohort(new Aggregates(), new Aggregates(), new Aggregates(), new Aggregates());
        query.rows(hql(asked, scope, condition), condition).forEach(row -> {
            var values = FiguresQuery.values(row, 2, asked.breakdown(), asked.tiers());
            var cell = FiguresQuery.cell(row);
            found.signed.add(values, cell);
            if (!((Stage) row[0]).isBefore(Stage.GROUNDBREAKING)) {
                found.started.add(values, cell);
            }
            if (row[0] == Stage.COMPLETED) {
                found.completed.add(values, cell);
            }
            if (row[1] == Status.WITHDRAWN) {
                found.withdrawn.add(values, cell);
            }
        });
        return found;
    }

    private static String hql(FigureQuery asked, TimeSlice scope, Condition condition) {
        var terms = FiguresQuery.terms(asked.breakdown(), asked.tiers(), "p");
        terms.add(0, "s.state.stage");
        terms.add(1, "s.state.status");
        return """
                select %1$s, count(*), sum(p.cny)
                from RecordedPosition p join RecordedPosition s on s.projectId = p.projectId and %2$s and %3$s
                where %4$s group by %1$s
                """.formatted(
                        String.join(", ", terms),
                        ConditionBuilder.known(condition, "s", scope),
                        ConditionBuilder.holds(condition, "s", scope),
                        condition.where());
    }

    private record Reader(FigureQuery asked, Period signedIn, Cohort cohort) {

        Conversion.Groups groups(Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var signed = reading.apply(cohort.signed);
            return new Conversion.Groups(
                    FigureQuery.total(signed, link(TimeSlice.Fate.ANY, linking)),
                    group(reading.apply(cohort.started), signed, link(STARTED, linking)),
                    group(reading.apply(cohort.completed), signed, link(COMPLETED, linking)),
                    group(reading.apply(cohort.withdrawn), signed, link(WITHDRAWN, linking)));
        }

        private String link(TimeSlice.Fate fate, Function<Links, String> linking) {
            return linking.apply(asked.links(asked.flow(signedIn, fate)));
        }

        private static Conversion.Group group(CountAndSum part, CountAndSum whole, String link) {
            var rate = new Figure.Percentages(
                    Percent.share(BigDecimal.valueOf(part.count()), BigDecimal.valueOf(whole.count())),
                    Percent.share(part.investment(), whole.investment()));
            return new Conversion.Group(part.count(), Money.plain(part.investment()), link, rate);
        }
    }
}
