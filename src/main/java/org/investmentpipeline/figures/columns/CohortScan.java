package org.investmentpipeline.figures.columns;

import java.util.Objects;
import org.investmentpipeline.figures.columns.data.PositionColumns;
import org.investmentpipeline.figures.columns.scan.GroupSums;
import org.investmentpipeline.figures.columns.scan.ProjectRows;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.table.Cohort;
import org.investmentpipeline.figures.table.LeadDays;
import org.investmentpipeline.period.Period;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;

/** Works out conversions and lead times: each entry of a period together with another row of the same project. */
final class CohortScan {
    /** More than the days between any two dates of a ledger, to either side. */
    private static final int DAYS = 1 << 22;

    private final ColumnQuery query;
    private final ProjectRows projects;
    private final long[] keys = new long[RowScan.BATCH];

    CohortScan(ColumnQuery query) {
        this.query = query;
        this.projects = query.projectRows();
    }

    Cohort cohort(Period signedIn) {
        var stages = query.columns.coded(ProjectDimensions.STAGE);
        var statuses = query.columns.coded(ProjectDimensions.STATUS);
        var ofStatus = statuses.dictionary().size();
        var radix = (long) stages.dictionary().size() * ofStatus;
        var sums = new GroupSums(Math.multiplyExact(query.grouping.size(), radix));
        var asOf = RowScan.day(query.asked.asOf());
        entries(signedIn).each(query.entries(), (rows, count) -> {
            query.grouping.keys(rows, count, keys);
            for (var i = 0; i < count; i++) {
                var other = projects.holding(rows[i], asOf);
                if (other != PositionColumns.NO_ROW) {
                    var state = stages.column().get(other) * ofStatus
                            + statuses.column().get(other);
                    sums.add(keys[i] * radix + state, query.investment[rows[i]]);
                }
            }
        });
        var cohort = new Cohort();
        sums.each((key, cell) -> {
            var state = (int) (key % radix);
            var stage = (Stage) Objects.requireNonNull(stages.dictionary().value(state / ofStatus));
            var status = (Status) Objects.requireNonNull(statuses.dictionary().value(state % ofStatus));
            cohort.add(query.grouping.values(key / radix), stage, status, cell);
        });
        return cohort;
    }

    LeadDays leadDays(Stage since, Period period) {
        var code = query.columns.coded(ProjectDimensions.STAGE).dictionary().find(since);
        var from = query.columns.from.values();
        var radix = 2L * DAYS;
        var sums = new GroupSums(Math.multiplyExact(query.grouping.size(), radix));
        entries(period).each(query.entries(), (rows, count) -> {
            query.grouping.keys(rows, count, keys);
            for (var i = 0; i < count; i++) {
                var began = projects.entering(rows[i], code);
                // Zero when the earlier day was never stated.
                var digit = began == PositionColumns.NO_ROW ? 0 : DAYS + from[rows[i]] - from[began];
                sums.add(keys[i] * radix + digit, 0);
            }
        });
        var days = new LeadDays();
        sums.each((key, cell) -> {
            var digit = key % radix;
            days.add(query.grouping.values(key / radix), digit == 0 ? null : digit - DAYS, cell.count());
        });
        return days;
    }

    private RowScan entries(Period period) {
        return query.beginning(period.first(), period.cut(query.asked.asOf()));
    }
}
