package org.investmentpipeline.project.statement;

import java.util.Map;
import java.util.Set;
import org.investmentpipeline.project.timeline.Field;

/** The translation of a source's words for sectors, zones and departments into codes of the catalogues. */
@FunctionalInterface
public interface CodeLookup {
    /** The fields whose catalogue may be added to. */
    Set<Field> EXTENSIBLE = Set.of(Field.SECTOR, Field.ZONE, Field.DEPARTMENT);

    /**
     * The code of an active entry, or of one that is to be added.
     *
     * @throws org.investmentpipeline.problem.Problem when the words name no active entry
     */
    String code(Field field, String words);

    /**
     * Adds the entries that have a code only since {@link #code} was asked for it.
     *
     * @param used the codes that are used, by field; the others are not added
     */
    default void add(Map<Field, Set<String>> used) {}
}
