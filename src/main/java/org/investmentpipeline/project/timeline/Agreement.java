package org.investmentpipeline.project.timeline;

/** The kind of agreement that signing made; a framework may later be upgraded (升格) and never counts twice. */
public enum Agreement {
    /** 框架协议 */
    FRAMEWORK,
    /** 正式协议 */
    FORMAL
}
