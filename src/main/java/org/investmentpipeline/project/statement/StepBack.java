package org.investmentpipeline.project.statement;

/** The treatment of a statement whose stage is earlier than the known one. */
public enum StepBack {
    /** The statement is refused. */
    REFUSE,
    /** The stated stage is right: later entries never happened. */
    REVERSE
}
