package org.investmentpipeline.figures;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.project.Dimension;

/** The dimensions of a figure, one to three or none. */
record Breakdown(List<Dimension> dimensions) {
    private static final int MOST = 3;

    /** What a figure can be broken down by. */
    private static final Set<Dimension> OFFERED =
            EnumSet.complementOf(EnumSet.of(Dimension.OFFICER, Dimension.INVESTOR));

    static Set<Dimension> offered() {
        return OFFERED;
    }

    /** Reads {@code by=stage,size}. */
    static Breakdown parse(String by) {
        var dimensions = new ArrayList<Dimension>();
        for (var word : by.isEmpty() ? List.<String>of() : List.of(by.split(",", -1))) {
            var dimension = Dimension.named(word)
                    .filter(OFFERED::contains)
                    .filter(found -> !dimensions.contains(found))
                    .orElseThrow(() -> refused(word));
            dimensions.add(dimension);
        }
        if (dimensions.size() > MOST) {
            throw Problem.invalid("by", "names %d dimensions; at most 3", "给出了 %d 个维度；至多 3 个", dimensions.size());
        }
        return new Breakdown(List.copyOf(dimensions));
    }

    private static Problem refused(String word) {
        return Problem.invalid(
                "by",
                "was '%s'; expected each at most once of %s",
                "给出的是“%s”；应为以下各项，每项至多一次：%s",
                word,
                String.join(", ", OFFERED.stream().map(Dimension::json).toList()));
    }

    boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    List<String> names() {
        return dimensions.stream().map(Dimension::json).toList();
    }
}
