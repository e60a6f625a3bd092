package org.investmentpipeline.figures.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.investmentpipeline.figures.question.FigureQuery;
import org.investmentpipeline.figures.table.Aggregates;
import org.investmentpipeline.figures.table.Cohort;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.figures.table.Movements;
import org.investmentpipeline.figures.table.PrefixSums;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.timeline.Stage;

/** Figures counted and summed in the database. */
@InDatabase
@ApplicationScoped
class SqlFigures implements FigureSource {
    private final AggregateQuery query;
    private final BoundaryQuery boundaries;
    private final CohortQuery cohorts;

    SqlFigures(AggregateQuery query, BoundaryQuery boundaries, CohortQuery cohorts) {
        this.query = query;
        this.boundaries = boundaries;
        this.cohorts = cohorts;
    }

    @Override
    public void check(FigureQuery asked, TimeSlice scope) {
        query.check(asked, scope);
    }

    @Override
    public Aggregates stock(FigureQuery asked, LocalDate day) {
        return query.stock(asked, day);
    }

    @Override
    public Aggregates flow(FigureQuery asked, Period period) {
        return query.flow(asked, period);
    }

    @Override
    public PrefixSums flows(FigureQuery asked, List<Period> spans) {
        return query.flows(asked, spans);
    }

    @Override
    public Movements movements(FigureQuery asked, Period period) {
        return boundaries.within(asked, period);
    }

    @Override
    public Cohort cohort(FigureQuery asked, Period signedIn) {
        return cohorts.cohort(asked, signedIn);
    }

    @Override
    public LeadDays leadDays(FigureQuery asked, Stage from, Period period) {
        return cohorts.leadDays(asked, from, period);
    }
}
