package org.investmentpipeline.spreadsheet.cell;

import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The refusal of one cell, with a sentence on the expected content. */
public final class RefusedCell extends Exception {

    private final transient LocalizedText expected;
    private final boolean isUnknownWord;
    private final @Nullable String nearest;

    public RefusedCell(LocalizedText expected) {
        this(expected, false, null);
    }

    private RefusedCell(LocalizedText expected, boolean isUnknownWord, @Nullable String nearest) {
        super(expected.en(), null, false, false);
        this.expected = expected;
        this.isUnknownWord = isUnknownWord;
        this.nearest = nearest;
    }

    /**
     * The refusal of a word without a known meaning.
     *
     * @param nearest the known word that is most like it, null when none is
     */
    static RefusedCell unknownWord(LocalizedText expected, @Nullable String nearest) {
        return new RefusedCell(expected, true, nearest);
    }

    public LocalizedText expected() {
        return expected;
    }

    public boolean isUnknownWord() {
        return isUnknownWord;
    }

    public @Nullable String nearest() {
        return nearest;
    }
}
