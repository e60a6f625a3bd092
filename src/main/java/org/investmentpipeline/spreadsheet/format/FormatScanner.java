package org.investmentpipeline.spreadsheet.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.investmentpipeline.spreadsheet.format.FormatSection.Item;
import org.investmentpipeline.spreadsheet.format.FormatSection.Kind;
import org.jspecify.annotations.Nullable;

/** Reads one section of a number format's code. */
final class FormatScanner {

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d{1,30}(?:\\.\\d{1,30})?)");
    /** An exponent, or the part of a fraction after its numerator. */
    private static final Pattern INEXACT = Pattern.compile("[eE][+-]?[0#?]+|/\\s*[?#\\d]+");

    private static final Pattern ELAPSED = Pattern.compile("[hH]+|[mM]+|[sS]+");
    private static final List<String> GENERAL = List.of("General", "G/通用格式", "常规");
    private static final String DAY = "yYmMdDhHsS";

    private final String code;
    private final List<Item> items = new ArrayList<>();
    private FormatSection.@Nullable Condition condition;
    private int percents;
    private boolean point;
    private boolean day;
    private boolean inexact;
    private int at;

    FormatScanner(String code) {
        this.code = code;
    }

    /** The sections of a code, which semicolons part; those in quotes or after a backslash do not. */
    static List<String> sections(String code) {
        var sections = new ArrayList<String>();
        int start = 0;
        char until = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (until != 0) {
                until = c == until ? 0 : until;
            } else if (c == '"' || c == '[') {
                until = c == '"' ? '"' : ']';
            } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
                i++;
            } else if (c == ';') {
                sections.add(code.substring(start, i));
                start = i + 1;
            }
        }
        sections.add(code.substring(start));
        return sections;
    }

    FormatSection scan() {
        while (at < code.length()) {
            step(code.charAt(at));
        }
        return new FormatSection(List.copyOf(items), condition, percents, day, inexact);
    }

    private void step(char c) {
        switch (c) {
            case '"' -> quoted();
            case '[' -> bracket();
            case '\\', '!' -> escaped(c);
            // A blank as wide as a character, and a character that fills the column.
            case '_', '*' -> at += 2;
            case '0', '#', '?' -> add(Kind.DIGIT, String.valueOf(c));
            case ',' -> add(Kind.COMMA, ",");
            case '@' -> add(Kind.TEXT, "@");
            case '.' -> {
                add(point ? Kind.LITERAL : Kind.POINT, ".");
                point = true;
            }
            case '%' -> {
                percents++;
                add(Kind.LITERAL, "%");
            }
            default -> word(c);
        }
    }

    private void add(Kind kind, String text) {
        items.add(new Item(kind, text));
        at += text.length();
    }

    private void quoted() {
        int end = code.indexOf('"', at + 1);
        String text = code.substring(at + 1, end < 0 ? code.length() : end);
        items.add(new Item(Kind.LITERAL, text));
        at = end < 0 ? code.length() : end + 1;
    }

    private void escaped(char mark) {
        boolean last = at + 1 == code.length();
        items.add(new Item(Kind.LITERAL, String.valueOf(last ? mark : code.charAt(at + 1))));
        at += 2;
    }

    /** A currency, a condition, an elapsed time, a colour, a language or a numbering script. */
    private void bracket() {
        int end = code.indexOf(']', at);
        String inner = code.substring(at + 1, end < 0 ? code.length() : end);
        at = end < 0 ? code.length() : end + 1;
        Matcher compared = CONDITION.matcher(inner);
        if (inner.startsWith("$")) {
            int dash = inner.indexOf('-', 1);
            items.add(new Item(Kind.LITERAL, inner.substring(1, dash < 0 ? inner.length() : dash)));
        } else if (compared.matches()) {
            condition = new FormatSection.Condition(compared.group(1), new BigDecimal(compared.group(2)));
        } else if (ELAPSED.matcher(inner).matches()) {
            day = true;
        }
    }

    private void word(char c) {
        for (var general : GENERAL) {
            if (code.regionMatches(true, at, general, 0, general.length())) {
                add(Kind.GENERAL, general);
                return;
            }
        }
        boolean digitBefore = items.stream().anyMatch(item -> item.kind() == Kind.DIGIT);
        var inexactPart = INEXACT.matcher(code).region(at, code.length());
        if (digitBefore && inexactPart.lookingAt()) {
            inexact = true;
            at = inexactPart.end();
        } else {
            day |= DAY.indexOf(c) >= 0 || c == 'e' || c == 'g';
            add(Kind.LITERAL, String.valueOf(c));
        }
    }
}
