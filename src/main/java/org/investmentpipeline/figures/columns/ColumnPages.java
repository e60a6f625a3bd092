package org.investmentpipeline.figures.columns;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.investmentpipeline.figures.columns.ColumnStore.View;
import org.investmentpipeline.figures.columns.scan.FilterCompiler;
import org.investmentpipeline.figures.columns.scan.InvestmentOrder;
import org.investmentpipeline.figures.columns.scan.RowScan;
import org.investmentpipeline.figures.table.Measure;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.project.view.ProjectPages;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.FilterReader;

/** Pages of projects by investment, found in one pass over the columns. */
@ApplicationScoped
class ColumnPages implements ProjectPages {
    private final ColumnStore store;
    private final FilterReader reader;

    ColumnPages(ColumnStore store, FilterReader reader) {
        this.store = store;
        this.reader = reader;
    }

    @Override
    public Optional<List<Long>> byInvestment(
            Filter filter, TimeSlice.Stock scope, SizeTiers tiers, Direction direction, int most) {
        // A list of all present projects is in the order of an index.
        var isIndexed = filter.values().isEmpty() && scope.present();
        if (isIndexed || !filter.asked(ProjectDimensions.SEARCH).isEmpty() || !isExact(direction)) {
            return Optional.empty();
        }
        return store.current().map(view -> found(view, filter, scope, tiers, direction, most));
    }

    /** A cursor that was not made here may name a part of a fen. */
    private static boolean isExact(Direction direction) {
        var after = direction.after();
        return after == null
                || after.investment().stripTrailingZeros().scale() <= Measure.INVESTMENT.decimals()
                        && after.investment().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1000)) < 0;
    }

    private List<Long> found(
            View view, Filter filter, TimeSlice.Stock scope, SizeTiers tiers, Direction direction, int most) {
        var columns = view.columns();
        var after = direction.after();
        var order = new InvestmentOrder(columns, direction.isDescending(), most);
        if (after != null) {
            order.after(Measure.INVESTMENT.units(after.investment()), after.project());
        }
        var scan = scope.present()
                ? RowScan.last(columns, view.snapshot(), scope.knownAt())
                : RowScan.holding(columns, view.snapshot(), scope.knownAt(), scope.asOf());
        scan.each(new FilterCompiler(reader, columns).compile(filter, tiers), order::take);
        return order.projects();
    }
}
