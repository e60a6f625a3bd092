package org.investmentpipeline.figures.columns;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.investmentpipeline.figures.columns.ColumnStore.View;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.scan.FilterCompiler;
import org.investmentpipeline.figures.columns.scan.RowFilter;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.source.FigureSource;
import org.investmentpipeline.figures.source.InDatabase;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Cohort;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.figures.table.Movements;
import org.investmentpipeline.figures.table.PrefixSums;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.FilterReader;

/** Figures counted and summed over the columns; by the database while there are none. */
@ApplicationScoped
public class ColumnFigures implements FigureSource {
    private final ColumnStore store;
    private final FigureSource database;
    private final FilterReader reader;
    private final TransactionSynchronizationRegistry transaction;
    private final Counter byColumns;
    private final Counter byDatabase;

    /** A filter is compiled once in a transaction. */
    private record Compiled(PositionColumns columns, Filter filter, SizeTiers tiers) {}

    ColumnFigures(
            ColumnStore store,
            @InDatabase FigureSource database,
            FilterReader reader,
            TransactionSynchronizationRegistry transaction,
            MeterRegistry registry) {
        this.store = store;
        this.database = database;
        this.reader = reader;
        this.transaction = transaction;
        this.byColumns = counter(registry, "columns");
        this.byDatabase = counter(registry, "database");
    }

    private static Counter counter(MeterRegistry registry, String source) {
        return Counter.builder("pipeline.figures.passes")
                .description("Passes over the ledger for figures, by what counted")
                .tag("source", source)
                .register(registry);
    }

    @Override
    public void check(FigureQuery asked, TimeSlice scope) {
        var view = view(asked);
        if (view.isPresent()) {
            filter(asked, view.get());
        } else {
            database.check(asked, scope);
        }
    }

    @Override
    public Aggregates stock(FigureQuery asked, LocalDate day) {
        return answer(asked, query -> query.stock(day)).orElseGet(() -> database.stock(asked, day));
    }

    /** The stock of the day of a question; nothing while there are no columns, for what is not worth a scan of the database. */
    public Optional<Aggregates> loadedStock(FigureQuery asked) {
        return answered(asked, query -> query.stock(asked.asOf()));
    }

    @Override
    public Aggregates flow(FigureQuery asked, Period period) {
        return answer(asked, query -> query.flow(period)).orElseGet(() -> database.flow(asked, period));
    }

    @Override
    public PrefixSums flows(FigureQuery asked, List<Period> spans) {
        return answer(asked, query -> query.flows(spans)).orElseGet(() -> database.flows(asked, spans));
    }

    @Override
    public Movements movements(FigureQuery asked, Period period) {
        return answer(asked, query -> new MovementScan(query).within(period))
                .orElseGet(() -> database.movements(asked, period));
    }

    @Override
    public Cohort cohort(FigureQuery asked, Period signedIn) {
        return answer(asked, query -> new CohortScan(query).cohort(signedIn))
                .orElseGet(() -> database.cohort(asked, signedIn));
    }

    @Override
    public LeadDays leadDays(FigureQuery asked, Stage from, Period period) {
        return answer(asked, query -> new CohortScan(query).leadDays(from, period))
                .orElseGet(() -> database.leadDays(asked, from, period));
    }

    /** The answer of the columns; nothing when there are none, or the groups that there may be are too many for them. */
    <T> Optional<T> answer(FigureQuery asked, Function<ColumnQuery, T> figure) {
        var answered = answered(asked, figure);
        if (answered.isEmpty()) {
            byDatabase.increment();
        }
        return answered;
    }

    private <T> Optional<T> answered(FigureQuery asked, Function<ColumnQuery, T> figure) {
        var answered = view(asked).flatMap(view -> answer(asked, view, figure));
        answered.ifPresent(any -> byColumns.increment());
        return answered;
    }

    private <T> Optional<T> answer(FigureQuery asked, View view, Function<ColumnQuery, T> figure) {
        try {
            return Optional.of(figure.apply(new ColumnQuery(view, asked, filter(asked, view))));
        } catch (ArithmeticException tooMany) {
            return Optional.empty();
        }
    }

    /** Texts are searched for in today's names, which are not on the ledger. */
    private Optional<View> view(FigureQuery asked) {
        return asked.filter().asked(ProjectDimensions.SEARCH).isEmpty() ? store.current() : Optional.empty();
    }

    private RowFilter filter(FigureQuery asked, View view) {
        var key = new Compiled(view.columns(), asked.filter(), asked.tiers());
        if (transaction.getResource(key) instanceof RowFilter compiled) {
            return compiled;
        }
        var compiled = new FilterCompiler(reader, view.columns()).compile(asked.filter(), asked.tiers());
        transaction.putResource(key, compiled);
        return compiled;
    }
}
