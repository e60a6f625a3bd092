package org.investmentpipeline.figures.rollup;

import org.investmentpipeline.project.query.Dimension;

/** The text of queries for what positions add and take away on their days; the tables {@code p} come with a sign. */
final class Deltas {
    /** What was written and is not folded yet, up to {@code :knownAt}. */
    static final String TAIL =
            "position_delta d join position p on p.id = d.position_id where d.recorded_at <= :knownAt";

    static final String SIGN_OF_TAIL = "case when d.added then 1 else -1 end";

    /** All that was known at {@code :knownAt}. */
    static final String LEDGER = "position p where p.superseded_at > :knownAt and p.recorded_at <= :knownAt";

    static final String SIGN_OF_LEDGER = "1";

    private static final String GRAINS = "(select 'DAY' as grain union all select 'MONTH' union all select 'YEAR')";

    /** The columns of the sums, but for the dimension. */
    static final String COLUMNS =
            "grain, first_day, stage, status, member, stock_count, stock_cny, entry_count, entry_cny";

    private Deltas() {}

    /**
     * A position adds to the stock where it begins, takes away where it ends, and may enter its stage; one without days only
     * enters.
     *
     * @param members what a delta says of the position besides, as columns of a select
     */
    static String of(String source, String sign, String members) {
        return """
                select p.stage as stage, p.status as status, %3$s, p.from_day as first_day,
                    %2$s * case when p.from_day < p.to_day then 1 else 0 end as stock_count,
                    %2$s * case when p.from_day < p.to_day then p.cny else 0 end as stock_cny,
                    %2$s * case when p.entry then 1 else 0 end as entry_count,
                    %2$s * case when p.entry then p.cny else 0 end as entry_cny
                from %1$s
                union all
                select p.stage, p.status, %3$s, p.to_day, -(%2$s), -(%2$s) * p.cny, 0, 0
                from %1$s and p.from_day < p.to_day and p.to_day < date '9999-12-31'
                """.formatted(source, sign, members);
    }

    /** Deltas summed by day, month and year. */
    static String summed(Dimension dimension, String deltas) {
        return """
                select '%1$s' as dimension, b.grain, b.first_day, b.stage, b.status, b.member,
                    sum(b.stock_count) as stock_count, sum(b.stock_cny) as stock_cny,
                    sum(b.entry_count) as entry_count, sum(b.entry_cny) as entry_cny
                from (
                    select g.grain as grain, e.stage as stage, e.status as status, e.member as member,
                        case g.grain when 'DAY' then e.first_day when 'MONTH' then %3$s else %4$s end as first_day,
                        e.stock_count as stock_count, e.stock_cny as stock_cny,
                        e.entry_count as entry_count, e.entry_cny as entry_cny
                    from (%2$s) e cross join %5$s g
                ) b group by b.grain, b.first_day, b.stage, b.status, b.member
                """.formatted(dimension, deltas, floor("month", "e"), floor("year", "e"), GRAINS);
    }

    private static String floor(String span, String alias) {
        return "cast(date_trunc('%s', cast(%s.first_day as timestamp)) as date)".formatted(span, alias);
    }
}
