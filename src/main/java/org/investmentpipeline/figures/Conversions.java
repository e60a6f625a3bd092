package org.investmentpipeline.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.question.Links;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Cohort;
import org.investmentpipeline.figures.table.CountAndSum;
import org.investmentpipeline.figures.view.Conversion;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.rest.ConditionalResponse;

/** Works out conversions. */
@ApplicationScoped
class Conversions {
    private static final TimeSlice.LaterOutcome STARTED = new TimeSlice.LaterOutcome(Stage.GROUNDBREAKING, null, null);
    private static final TimeSlice.LaterOutcome COMPLETED = new TimeSlice.LaterOutcome(Stage.COMPLETED, null, null);
    private static final TimeSlice.LaterOutcome WITHDRAWN = new TimeSlice.LaterOutcome(null, Status.WITHDRAWN, null);

    private final FigureSource source;

    Conversions(FigureSource source) {
        this.source = source;
    }

    ConditionalResponse<Conversion> answer(FigureQuery question, Period signedIn) {
        var asked = question.ofStage(Stage.SIGNED);
        source.check(asked, asked.flow(signedIn));
        return asked.answer("conversion", List.of(signedIn.name()), () -> conversion(asked, signedIn));
    }

    private Conversion conversion(FigureQuery asked, Period signedIn) {
        var cohort = source.cohort(asked, signedIn);
        var reader = new Reader(asked, signedIn, cohort);
        var rows = asked.table(List.of(cohort.signed())).rows().stream()
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

    private record Reader(
            FigureQuery asked, Cohort cohort, Links signed, Links started, Links completed, Links withdrawn) {

        Reader(FigureQuery asked, Period signedIn, Cohort cohort) {
            this(
                    asked,
                    cohort,
                    links(asked, signedIn, TimeSlice.LaterOutcome.ANY),
                    links(asked, signedIn, STARTED),
                    links(asked, signedIn, COMPLETED),
                    links(asked, signedIn, WITHDRAWN));
        }

        private static Links links(FigureQuery asked, Period signedIn, TimeSlice.LaterOutcome outcome) {
            return asked.links(asked.flow(signedIn, outcome));
        }

        Conversion.Groups groups(Function<Aggregates, CountAndSum> reading, Function<Links, String> linking) {
            var whole = reading.apply(cohort.signed());
            return new Conversion.Groups(
                    asked.total(whole, linking.apply(signed)),
                    group(reading.apply(cohort.started()), whole, linking.apply(started)),
                    group(reading.apply(cohort.completed()), whole, linking.apply(completed)),
                    group(reading.apply(cohort.withdrawn()), whole, linking.apply(withdrawn)));
        }

        private Conversion.Group group(CountAndSum part, CountAndSum whole, String link) {
            var rate = asked.share(part, whole);
            return new Conversion.Group(part.count(), Money.plain(part.sum()), link, rate);
        }
    }
}
