package org.investmentpipeline.project.statement;

import java.util.List;
import org.investmentpipeline.period.StatedDay;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a statement that few sources have.
 *
 * @param statusDay the day from which the stated status holds; the day of the statement when left out
 * @param reasonGiven whether the source gives the reason of the status apart from the word for the status
 * @param birth the first day of life; an entry into the first stage prevails
 * @param lists the words for all project lists that the project is on from the day of the statement on
 */
public record StatementDetails(
        @Nullable StatedDay statusDay,
        boolean reasonGiven,
        @Nullable StatedDay birth,
        @Nullable List<String> lists) {
    public static final StatementDetails NONE = new StatementDetails(null, false, null, null);
}
