package org.investmentpipeline.project.timeline;

/** Whether a project is being pursued; separate from its stage. */
public enum Status {
    /** 推进 */
    ACTIVE,
    /** 暂缓 */
    SUSPENDED,
    /** 终止 */
    WITHDRAWN
}
