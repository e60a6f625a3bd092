package org.investmentpipeline.spreadsheet.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats that the first bytes of a file tell. */
final class FileStart {

    private static final Pattern SCRIPT = Pattern.compile(
            "(?s)<(!doctype\\s+html|html|head|meta|body|table|style|script|div|title|font|b>|p>|tr|!--).*");
    private static final Pattern MAIL = Pattern.compile(
            "(?s)(mime-version:|from: |content-type: *multipart/|message-id:|x-document-type:|subject: ).*");
    /** The lengths of the first record of a workbook of Excel 2 to 5 that is not in a compound document. */
    private static final Set<Integer> BIFF_LENGTHS = Set.of(4, 6, 8, 16);

    private FileStart() {}

    /** The format, null when the file may be a CSV. */
    static @Nullable ForeignFormat of(byte[] start) {
        var binary = binary(start);
        return binary == null ? text(text(start)) : binary;
    }

    static boolean is(byte[] start, int... mark) {
        return at(start, 0, mark);
    }

    private static boolean at(byte[] start, int from, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= from + i || (start[from + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ForeignFormat binary(byte[] start) {
        if (isOldWorkbook(start)) {
            return ForeignFormat.OLD_WORKBOOK;
        }
        if (isImage(start)) {
            return ForeignFormat.IMAGE;
        }
        boolean archive = is(start, '7', 'z', 0xBC, 0xAF)
                || is(start, 'R', 'a', 'r', '!', 0x1A)
                || is(start, 0x1F, 0x8B)
                || is(start, 'B', 'Z', 'h', '9', '1', 'A', 'Y')
                || is(start, 0xFD, '7', 'z', 'X', 'Z');
        if (archive) {
            return ForeignFormat.ARCHIVE;
        }
        boolean database = is(start, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f')
                || at(start, 4, 'S', 't', 'a', 'n', 'd', 'a', 'r', 'd', ' ');
        return database ? ForeignFormat.DATABASE : null;
    }

    /** The first record of BIFF 2, 3, 4, 5 and 8 is 0x009, 0x209, 0x409 and 0x809. */
    private static boolean isOldWorkbook(byte[] start) {
        return start.length > 4
                && start[0] == 9
                && Set.of(0, 2, 4, 8).contains((int) start[1])
                && BIFF_LENGTHS.contains((int) start[2])
                && start[3] == 0;
    }

    private static boolean isImage(byte[] start) {
        return is(start, 0x89, 'P', 'N', 'G')
                || is(start, 0xFF, 0xD8, 0xFF)
                || is(start, 'G', 'I', 'F', '8')
                || is(start, 'I', 'I', 42, 0)
                || is(start, 'M', 'M', 0, 42)
                || (is(start, 'B', 'M') && at(start, 6, 0, 0, 0, 0))
                || (is(start, 'R', 'I', 'F', 'F') && at(start, 8, 'W', 'E', 'B', 'P'))
                || (at(start, 4, 'f', 't', 'y', 'p') && start[0] == 0);
    }

    private static String text(byte[] start) {
        Charset charset = StandardCharsets.ISO_8859_1;
        if (is(start, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
        } else if (is(start, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
        }
        String text = new String(start, charset);
        return text.replaceFirst("^(\uFEFF|\u00EF\u00BB\u00BF)?\\s*", "");
    }

    private static @Nullable ForeignFormat text(String text) {
        if (text.startsWith("%PDF-")) {
            return ForeignFormat.PDF;
        }
        if (text.startsWith("{\\rtf")) {
            return ForeignFormat.RICH_TEXT;
        }
        if (text.startsWith("ID;PWXL") || text.startsWith("ID;PSCALC") || text.matches("(?s)TABLE\\s*\\R0,1\\R.*")) {
            return ForeignFormat.SYMBOLIC_LINK;
        }
        String small = text.toLowerCase(Locale.ROOT);
        if (MAIL.matcher(small).matches() && small.contains("content-")) {
            return ForeignFormat.WEB_ARCHIVE;
        }
        if (small.startsWith("<?xml") || small.startsWith("<?mso-application")) {
            return xml(small);
        }
        if (small.startsWith("<workbook")) {
            return ForeignFormat.SPREADSHEET_ML;
        }
        return SCRIPT.matcher(small).matches() ? ForeignFormat.WEB_PAGE : null;
    }

    private static ForeignFormat xml(String small) {
        if (small.contains("urn:schemas-microsoft-com:office:spreadsheet")
                || small.contains("progid=\"excel.sheet\"")) {
            return ForeignFormat.SPREADSHEET_ML;
        }
        if (small.contains("office:spreadsheet") || small.contains("opendocument.spreadsheet")) {
            return ForeignFormat.OPEN_DOCUMENT;
        }
        if (small.contains("wordprocessingml") || small.contains("office:word")) {
            return ForeignFormat.WORD;
        }
        return small.contains("<html") ? ForeignFormat.WEB_PAGE : ForeignFormat.XML;
    }
}
