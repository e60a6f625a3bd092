package org.investmentpipeline.support.cycle.one;

import org.investmentpipeline.support.cycle.other.Second;
import org.jspecify.annotations.Nullable;

/** Half of a cycle of packages, made up for the rule that forbids them. */
public record First(@Nullable Second other) {}
