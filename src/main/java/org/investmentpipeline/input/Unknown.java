package org.investmentpipeline.input;

import org.investmentpipeline.problem.Violation;

/** The word for an absent value in filters and rows. No code and no name of a person is equal to it. */
public final class Unknown {
    public static final String WORD = "unknown";

    private Unknown() {}

    /** The fault of a code or name that is the word. */
    public static Violation violation(String field) {
        return Violation.of(field, "'%s' means an absent value and cannot be used", "“%s”表示未填，不能使用", WORD);
    }
}
