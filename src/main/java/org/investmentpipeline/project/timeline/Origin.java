package org.investmentpipeline.project.timeline;

/** Where the capital comes from (资金来源). */
public enum Origin {
    /** 省内 */
    LOCAL,
    /** 省外内资 */
    OUT_OF_PROVINCE,
    /** 外资 */
    FOREIGN
}
