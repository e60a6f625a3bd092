package org.investmentpipeline.figures.columns;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The memory and the pace of the figures engine. */
@ConfigMapping(prefix = "pipeline.figures")
public interface FigureSettings {
    /** The most memory that the columns may take, such as {@code 256M}; a third of the heap when left out. */
    Optional<MemorySize> memory();

    /** The most memory that the latest answers may take, such as {@code 16M}; with {@code 0} each is worked out anew. */
    MemorySize answers();

    /** The time between two looks at the ledger's clock; a span such as {@code 1s}, or {@code off}. */
    String followEvery();

    /** The time between two comparisons with the database; a span such as {@code 1h}, or {@code off}. */
    String compareEvery();

    /** The time from the start to the first comparison. */
    String compareAfter();
}
