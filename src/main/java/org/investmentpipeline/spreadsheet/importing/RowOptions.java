package org.investmentpipeline.spreadsheet.importing;

import org.investmentpipeline.project.statement.StepBack;
import org.investmentpipeline.query.Filter;
import org.jspecify.annotations.Nullable;

/**
 * The treatment of rows that contradict a known project, and of known projects without a row.
 *
 * @param stepBack of a row with an earlier stage than the known one
 * @param acceptsRenames whether a known code may have another name also where that looks like another project
 * @param completeFor the projects that the sheet has all of; null when it is not said to be complete
 */
public record RowOptions(
        StepBack stepBack, boolean acceptsRenames, @Nullable Filter completeFor) {
    /** Contradicting rows are refused, and the sheet need not be complete. */
    public static final RowOptions STRICT = new RowOptions(StepBack.REFUSE, false, null);
}
