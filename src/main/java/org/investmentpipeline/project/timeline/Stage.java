package org.investmentpipeline.project.timeline;

import org.jspecify.annotations.Nullable;

/** How far a project has come; the order of the constants is the order of the pipeline. */
public enum Stage {
    /** 在谈 */
    UNDER_NEGOTIATION,
    /** 签约 */
    SIGNED,
    /** 开工 */
    GROUNDBREAKING,
    /** 竣工 */
    COMPLETED;

    public boolean isBefore(Stage other) {
        return compareTo(other) < 0;
    }

    /** The stage after this one, or null after the last. */
    public @Nullable Stage next() {
        return this == COMPLETED ? null : values()[ordinal() + 1];
    }
}
