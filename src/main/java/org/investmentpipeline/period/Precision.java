package org.investmentpipeline.period;

/** The precision of a stated day: a month, quarter or year is represented by its first day. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
