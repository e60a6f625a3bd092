package org.investmentpipeline.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The size tiers known at one moment: together they cover every amount from zero up exactly once. */
public record SizeTiers(List<SizeTier> tiers) {

    /** A lower edge with the code of the tier that begins there. */
    public record Edge(String code, BigDecimal lower) {}

    /** Builds the tiers from their lower edges, rising and beginning with zero. */
    public static SizeTiers of(List<Edge> edges) {
        var tiers = new ArrayList<SizeTier>();
        for (var i = 0; i < edges.size(); i++) {
            var upper = i + 1 < edges.size() ? edges.get(i + 1).lower() : null;
            tiers.add(new SizeTier(edges.get(i).code(), edges.get(i).lower(), upper));
        }
        return new SizeTiers(List.copyOf(tiers));
    }

    public Optional<SizeTier> named(String code) {
        return tiers.stream().filter(tier -> tier.code().equals(code)).findFirst();
    }

    /** The tier of an amount of CNY. */
    public SizeTier of(BigDecimal cny) {
        return tiers.stream()
                .filter(tier -> tier.contains(cny))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tier for " + cny));
    }

    public List<String> codes() {
        return tiers.stream().map(SizeTier::code).toList();
    }
}
