package org.investmentpipeline.figures.table;

import java.util.ArrayList;
import java.util.List;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Dimension;

/** The dimensions of a figure, one to three or none. */
public record Breakdown(List<Dimension> dimensions) {
    private static final int MOST = 3;

    /** Reads {@code by=stage,size}. */
    public static Breakdown parse(String by) {
        var dimensions = new ArrayList<Dimension>();
        for (var word : by.isEmpty() ? List.<String>of() : List.of(by.split(",", -1))) {
            var dimension = ProjectDimensions.ALL
                    .ofRows(word)
                    .filter(found -> !dimensions.contains(found))
                    .orElseThrow(() -> refused(word));
            dimensions.add(dimension);
        }
        return of(dimensions);
    }

    public static Breakdown of(List<Dimension> dimensions) {
        if (dimensions.size() > MOST) {
            throw Problem.invalid("by", "names %d dimensions; at most 3", "给出了 %d 个维度；至多 3 个", dimensions.size());
        }
        return new Breakdown(List.copyOf(dimensions));
    }

    private static Problem refused(String word) {
        return Problem.invalid(
                "by", "was '%s'; expected each at most once of %s", "给出的是“%s”；应为以下各项，每项至多一次：%s", word, words());
    }

    /** The names of all dimensions. */
    public static String words() {
        return String.join(
                ", ",
                ProjectDimensions.ALL.ofRows().stream().map(Dimension::json).toList());
    }

    public boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /** The place of a dimension among the values of a row. */
    public int place(Dimension dimension) {
        return dimensions.indexOf(dimension);
    }

    public List<String> names() {
        return dimensions.stream().map(Dimension::json).toList();
    }
}
