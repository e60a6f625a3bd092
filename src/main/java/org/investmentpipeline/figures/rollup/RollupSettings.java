package org.investmentpipeline.figures.rollup;

import io.smallrye.config.ConfigMapping;

/** When the sums are kept up; each a span such as {@code 10s}, or {@code off}. */
@ConfigMapping(prefix = "pipeline.rollup")
interface RollupSettings {
    /** How often what was written is folded in. */
    String foldEvery();

    /** How often the sums are compared with the ledger. */
    String reconcileEvery();

    /** How long after the start they are first compared. */
    String reconcileAfter();
}
