package org.investmentpipeline.spreadsheet.heading;

import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;

/** The headings of the columns that the service adds to refused rows; an import does not read them. */
public final class RepairHeadings {

    /** The number of the row in the file that was sent. */
    public static final LocalizedText ROW = new LocalizedText("Original row", "原行号");

    /** The reasons of the refusal. */
    public static final LocalizedText ERROR = new LocalizedText("Error description", "错误说明");

    private RepairHeadings() {}

    /** Whether a heading is one of them, in any language. */
    public static boolean isOne(String written) {
        return Stream.of(ROW, ERROR)
                .anyMatch(
                        heading -> heading.en().equals(written) || heading.zh().equals(written));
    }
}
