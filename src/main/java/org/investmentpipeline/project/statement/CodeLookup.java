package org.investmentpipeline.project.statement;

import org.investmentpipeline.project.timeline.Field;

/** The translation of a source's words for sectors, zones and departments into codes of the catalogues. */
@FunctionalInterface
public interface CodeLookup {
    /**
     * The code of an active entry.
     *
     * @throws org.investmentpipeline.problem.Problem when the words name no active entry
     */
    String code(Field field, String words);
}
