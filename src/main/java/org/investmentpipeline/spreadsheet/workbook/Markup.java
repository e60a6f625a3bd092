package org.investmentpipeline.spreadsheet.workbook;

/**
 * Checks the tags of a part of a workbook while its bytes are read. Refused are declarations of a document type, which the format forbids and
 * which define entities, and more attributes than a tag of a workbook has: parsers compare each with all before it.
 */
final class Markup {
    private static final int MOST_ATTRIBUTES = 2_000;

    /** The last three bytes. */
    private int last;

    private int attributes;

    void read(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            last = (last << 8 | bytes[i] & 0xFF) & 0xFF_FF_FF;
            if (bytes[i] == '<') {
                attributes = 0;
            } else if (bytes[i] == '=') {
                attributes++;
                SheetSurvey.refuse(attributes > MOST_ATTRIBUTES);
            } else if (last == ('<' << 16 | '!' << 8 | 'D')) {
                throw WorkbookArchive.corrupt(new IllegalArgumentException("a document type"));
            }
        }
    }
}
