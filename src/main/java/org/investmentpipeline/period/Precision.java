package org.investmentpipeline.period;

/** How exactly a day was stated: a month, quarter or year stands for its first day. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
