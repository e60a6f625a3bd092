package org.investmentpipeline.spreadsheet.sheet;

import java.util.regex.Pattern;

/**
 * The cell of a field of a CSV. Programs guard texts that a spreadsheet would take for a number or a formula: {@code ="0012"}, {@code '0012}; the guard is
 * no part of the text.
 */
final class CsvField {

    private static final Pattern TEXT_FORMULA = Pattern.compile("\\s*=\\s*\"((?:[^\"]|\"\")*+)\"\\s*");

    private CsvField() {}

    static SheetCell cell(String field) {
        if (field.isEmpty()) {
            return SheetCell.Text.BLANK;
        }
        if (SheetErrors.isError(field.strip())) {
            return new SheetCell.Failed(field.strip());
        }
        if (field.charAt(0) == '\'' && isGuard(field)) {
            return new SheetCell.Text(field.substring(1));
        }
        var formula = TEXT_FORMULA.matcher(field);
        if (field.indexOf('=') >= 0 && formula.matches()) {
            return new SheetCell.Text(formula.group(1).replace("\"\"", "\""));
        }
        return new SheetCell.Text(field, false);
    }

    /** An apostrophe with its counterpart is a quotation mark, unless it is doubled. */
    private static boolean isGuard(String field) {
        return field.startsWith("''") || field.indexOf('\'', 1) < 0 || "=+-@\t\r".indexOf(field.charAt(1)) >= 0;
    }
}
