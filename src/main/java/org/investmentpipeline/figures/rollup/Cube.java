package org.investmentpipeline.figures.rollup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.project.query.Dimension;
import org.investmentpipeline.project.query.ProjectFilter;

/**
 * The sums by stage, status and one more dimension that answer a question.
 *
 * @param dimension the one more; that with the fewest members when the question needs none
 */
record Cube(Dimension dimension, ProjectFilter filter, Breakdown breakdown) {
    /** How the members of the dimensions are told, of the position {@code p}. */
    private static final Map<Dimension, Function<SizeTiers, String>> MEMBERS = new EnumMap<>(Map.of(
            Dimension.KEY, any -> "case when p.key_project then 'true' else 'false' end",
            Dimension.SIZE, Cube::size,
            Dimension.SECTOR, any -> "coalesce(p.sector_code, '%s')".formatted(Catalogue.UNKNOWN),
            Dimension.ZONE, any -> "coalesce(p.zone_code, '%s')".formatted(Catalogue.UNKNOWN)));

    /** The dimensions that sums are kept by. */
    static final List<Dimension> KEPT = List.copyOf(MEMBERS.keySet());

    private static final EnumSet<Dimension> ALWAYS = EnumSet.of(Dimension.STAGE, Dimension.STATUS);

    /** What answers a question; nothing when its filter or its rows need more than is kept. */
    static Optional<Cube> fitting(ProjectFilter filter, Breakdown breakdown) {
        var needed = EnumSet.noneOf(Dimension.class);
        needed.addAll(filter.values().keySet());
        needed.addAll(breakdown.dimensions());
        needed.removeAll(ALWAYS);
        if (filter.minInvestment() != null || filter.maxInvestment() != null || needed.size() > 1) {
            return Optional.empty();
        }
        var dimension = needed.isEmpty() ? Dimension.KEY : needed.iterator().next();
        return KEPT.contains(dimension) ? Optional.of(new Cube(dimension, filter, breakdown)) : Optional.empty();
    }

    /** Whether the filter leaves a row of the sums. */
    boolean holds(String stage, String status, String member) {
        return asks(Dimension.STAGE, stage) && asks(Dimension.STATUS, status) && asks(dimension, member);
    }

    private boolean asks(Dimension dimension, String value) {
        var asked = filter.asked(dimension);
        return asked.isEmpty() || asked.contains(value);
    }

    /** The values of the breakdown that a row of the sums belongs to. */
    List<String> values(String stage, String status, String member) {
        var values = new ArrayList<String>();
        for (var each : breakdown.dimensions()) {
            values.add(each == Dimension.STAGE ? stage : each == Dimension.STATUS ? status : member);
        }
        return List.copyOf(values);
    }

    /** How a member is kept, of the position {@code p}. */
    static String member(Dimension dimension, SizeTiers tiers) {
        return Objects.requireNonNull(MEMBERS.get(dimension)).apply(tiers);
    }

    /** Sizes are kept by their number, so that only numbers enter the text. */
    private static String size(SizeTiers tiers) {
        var term = new StringBuilder("case when p.amount is null then '%s'".formatted(Catalogue.UNKNOWN));
        var last = tiers.tiers().size() - 1;
        for (var i = 0; i < last; i++) {
            var upper = tiers.tiers().get(i + 1).lower().toPlainString();
            term.append(" when p.cny < %s then '%d'".formatted(upper, i));
        }
        return term.append(" else '%d' end".formatted(last)).toString();
    }

    /** A member as it was kept, in the words of the figures. */
    String read(String kept, SizeTiers tiers) {
        return dimension != Dimension.SIZE || kept.equals(Catalogue.UNKNOWN)
                ? kept
                : tiers.tiers().get(Integer.parseInt(kept)).code();
    }
}
