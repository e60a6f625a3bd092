package org.investmentpipeline.support.cycle.other;

import org.investmentpipeline.support.cycle.one.First;
import org.jspecify.annotations.Nullable;

/** Half of a cycle of packages, made up for the rule that forbids them. */
public record Second(@Nullable First other) {}
