package org.investmentpipeline.spreadsheet.heading;

import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;

/** The note in the first row of a sheet that is written for people to read and not for an import. */
public final class ReadingNote {

    private static final LocalizedText START = LocalizedText.of("For reading: ", "仅供查阅：");

    private ReadingNote() {}

    /** A note that an import understands. */
    public static LocalizedText of(LocalizedText note) {
        return new LocalizedText(START.en() + note.en(), START.zh() + note.zh());
    }

    /** Whether a row is such a note. */
    static boolean isIn(SheetRow row) {
        var first = row.firstWritten().shown();
        return first.startsWith(START.en()) || first.startsWith(START.zh());
    }
}
