package org.investmentpipeline.spreadsheet.reading;

import java.util.LinkedHashSet;
import java.util.Set;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.Columns;
import org.investmentpipeline.spreadsheet.heading.HeadingReader;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.schema.SheetSchema;
import org.investmentpipeline.spreadsheet.sheet.PeekedRows;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The search for the headings of sheets, which remembers the texts it saw for a refusal. */
final class HeadingSearch {

    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 20;

    private final HeadingReader headings;
    private final SheetSchema schema;
    private final Set<String> words = new LinkedHashSet<>();
    private boolean sawContent;

    HeadingSearch(HeadingReader headings, SheetSchema schema) {
        this.headings = headings;
        this.schema = schema;
    }

    /** The headings, null when the first rows have none. */
    @Nullable
    Columns find(PeekedRows rows) {
        sawContent = false;
        return headings.find(rows, this::see);
    }

    private void see(SheetRow row) {
        for (var cell : row.cells()) {
            if (!cell.isBlank()) {
                sawContent = true;
                if (words.size() < MOST_WORDS) {
                    words.add(shortened(cell.shown().strip()));
                }
            }
        }
    }

    /** @throws UnreadableSheet when the first rows have no headings */
    Columns required(PeekedRows rows) {
        var columns = find(rows);
        if (columns == null) {
            throw missing();
        }
        return columns;
    }

    /** Whether the sheet that was searched last had content besides headings. */
    boolean sawContent() {
        return sawContent;
    }

    /** The refusal of a file without headings, with the words of its first rows. */
    UnreadableSheet missing() {
        var name = schema.subjectName();
        return new UnreadableSheet(LocalizedText.of(
                "No heading row was found in the first %1$s rows: it needs %2$s (%3$s) and one more column that is known or mapped. Found: %4$s.",
                "前 %1$s 行中没有找到表头行：至少要有“%3$s”和另一个可识别或已在 mapping 中指明的列。见到的有：%4$s。",
                HeadingReader.SEARCHED_ROWS,
                name.en(),
                name.zh(),
                words.isEmpty() ? "–" : String.join(", ", words)));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_WORD
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_WORD)) + "…";
    }
}
