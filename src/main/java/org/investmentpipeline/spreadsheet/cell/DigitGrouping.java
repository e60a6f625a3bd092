package org.investmentpipeline.spreadsheet.cell;

import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;

/**
 * Collects whether a column groups the digits of its numbers by blanks: 95 592.04 is one number only where every number of four or more digits is written so.
 * Give it all cells of the column, then the answer to {@link Amounts#withBlanks}.
 */
public final class DigitGrouping {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,. ]*");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}|\\d,\\d");
    private static final Pattern BLANK = Pattern.compile("\\d +\\d");

    private int grouped;
    private boolean otherwise;

    /** Takes up a cell; those that are empty or a placeholder, or have no number, decide nothing. */
    public void see(SheetCell cell) {
        String shown = cell.shown();
        if (otherwise || shown.length() > Texts.BRIEF || Wording.isPlaceholder(shown)) {
            return;
        }
        var numbers = NUMBER.matcher(Wording.of(shown));
        while (numbers.find()) {
            String number = numbers.group().strip();
            if (GROUPED.matcher(number).matches()) {
                grouped++;
            } else {
                String whole = number.replaceFirst("\\..*", "");
                otherwise |= BLANK.matcher(number).find()
                        || FOUR_DIGITS.matcher(whole).find();
            }
        }
    }

    /** Whether blanks group digits in every number seen that is long enough. */
    public boolean isByBlanks() {
        return grouped > 0 && !otherwise;
    }
}
