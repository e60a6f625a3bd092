package org.investmentpipeline.spreadsheet.sheet;

import java.util.regex.Pattern;

/** The codes that spreadsheets show in place of a value that cannot be calculated or does not fit its column. */
public final class SheetErrors {

    private static final Pattern CODE = Pattern.compile(
            "#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)"
                    + "|Err:\\d{3}|#{3,}");

    private SheetErrors() {}

    public static boolean isError(String text) {
        return !text.isEmpty()
                && (text.charAt(0) == '#' || text.charAt(0) == 'E')
                && CODE.matcher(text).matches();
    }
}
