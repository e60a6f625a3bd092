package org.investmentpipeline.figures.source;

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

/**
 * Counts and sums positions. There are two: columns in memory, and the {@link InDatabase database}, which answers while the columns are
 * not loaded or have no room. Both give the same answers. They are asked in a transaction, in which the ledger's clock gave the
 * moment of knowledge.
 */
public interface FigureSource {
    /** Refuses a filter that names something that does not exist, before anything is counted. */
    void check(FigureQuery asked, TimeSlice scope);

    /** The positions that hold on a day. */
    Aggregates stock(FigureQuery asked, LocalDate day);

    /** The entries in a period, by the day of the answer. */
    Aggregates flow(FigureQuery asked, Period period);

    /** The entries of several spans of days, by the day of the answer. */
    PrefixSums flows(FigureQuery asked, List<Period> spans);

    /** The projects that came into each row in a period, left it, or were revalued within. */
    Movements movements(FigureQuery asked, Period period);

    /** The entries in a period, by stage and status of the same projects on the day of the answer. */
    Cohort cohort(FigureQuery asked, Period signedIn);

    /** The days between the entries in a period and earlier ones of the same projects into a stage. */
    LeadDays leadDays(FigureQuery asked, Stage from, Period period);
}
