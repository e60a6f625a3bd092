package org.investmentpipeline.project.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.TimeSlice;
import org.investmentpipeline.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the projects of a page by investment without the database, which would read most of an index for a page of a filtered list.
 * Asked in a transaction, in which the ledger's clock gave the moment of knowledge.
 */
public interface ProjectPages {

    /** A place in the order by investment and then by project. */
    record Place(BigDecimal investment, long project) {}

    /** The ids of the first projects, in any order; nothing when only the database can find them. */
    Optional<List<Long>> byInvestment(
            Filter filter, TimeSlice.Stock scope, SizeTiers tiers, Direction direction, int most);

    /**
     * A direction with the place at which it begins.
     *
     * @param after null for the first page
     */
    record Direction(boolean isDescending, @Nullable Place after) {}
}
