package org.investmentpipeline.spreadsheet.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One section of a number format.
 *
 * @param items its parts in their order
 * @param condition the numbers it is for; null where its place decides
 * @param percents the number of percent signs, each of which multiplies by 100
 * @param isDay whether it shows a day or a time
 * @param inexact whether it shows an exponent or a fraction, in place of which the plain digits count
 */
record FormatSection(List<Item> items, @Nullable Condition condition, int percents, boolean isDay, boolean inexact) {

    private static final int THOUSAND = 3;

    /** The kinds of parts. */
    enum Kind {
        LITERAL,
        DIGIT,
        COMMA,
        POINT,
        GENERAL,
        TEXT
    }

    /** A part of a section with the characters that state it. */
    record Item(Kind kind, String text) {}

    /** A comparison such as {@code >=10000}. */
    record Condition(String operator, BigDecimal bound) {

        boolean applies(BigDecimal value) {
            int order = value.compareTo(bound);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "=" -> order == 0;
                default -> order != 0;
            };
        }
    }

    boolean isConditional() {
        return condition != null;
    }

    boolean isText() {
        return items.stream().anyMatch(item -> item.kind == Kind.TEXT);
    }

    boolean applies(BigDecimal value) {
        return condition == null || condition.applies(value);
    }

    /** A text with the literals around it; a section without a place for the text shows its literals alone. */
    String display(String written) {
        return items.stream()
                .map(item -> item.kind == Kind.TEXT || item.kind == Kind.GENERAL ? written : item.text)
                .collect(Collectors.joining());
    }

    NumberFormat.Display display(BigDecimal value, boolean signed) {
        var scaled = value.abs().movePointRight(2 * percents).movePointLeft(THOUSAND * scale());
        int first = first();
        if (first < 0) {
            return new NumberFormat.Display(literals(0, items.size()), null, "", false);
        }
        int last = last();
        String words = literals(0, first) + " " + literals(last + 1, items.size());
        var rendered = isPlain()
                ? literals(0, first) + plain(scaled) + literals(last + 1, items.size())
                : new FormatDigits(items, scaled).rendered(first, isGrouped());
        var number = number(scaled, first, last);
        boolean negative = value.signum() < 0;
        return new NumberFormat.Display(
                (signed ? "-" : "") + rendered,
                number == null || !negative ? number : number.negate(),
                words.strip(),
                percents > 0);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private boolean isPlain() {
        return inexact || items.stream().anyMatch(item -> item.kind == Kind.GENERAL);
    }

    private int first() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).kind == Kind.DIGIT || items.get(i).kind == Kind.GENERAL) {
                return i;
            }
        }
        return -1;
    }

    private int last() {
        int last = -1;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).kind == Kind.DIGIT || items.get(i).kind == Kind.GENERAL) {
                last = i;
            }
        }
        return last;
    }

    private String literals(int from, int to) {
        return items.subList(from, to).stream()
                .filter(item -> item.kind == Kind.LITERAL)
                .map(Item::text)
                .collect(Collectors.joining());
    }

    /** The number between the words: a point written as a literal, as in {@code 0!.0,}, moves it; other literals between the digits make it none. */
    private @Nullable BigDecimal number(BigDecimal scaled, int first, int last) {
        if (inexact) {
            return scaled;
        }
        int digitsAfter = 0;
        boolean moved = false;
        for (var item : items.subList(first, last + 1)) {
            if (item.kind == Kind.LITERAL) {
                if (!item.text.equals(".") || moved || hasPoint()) {
                    return null;
                }
                moved = true;
            } else if (moved && item.kind == Kind.DIGIT) {
                digitsAfter++;
            }
        }
        return scaled.movePointLeft(digitsAfter);
    }

    private boolean hasPoint() {
        return items.stream().anyMatch(item -> item.kind == Kind.POINT);
    }

    /** Commas after the last digit before the point, or after the last one of all, each divide by 1,000. */
    private int scale() {
        int scale = 0;
        for (int i = 0; i < items.size(); i++) {
            scale += items.get(i).kind == Kind.COMMA && i > first() && first() >= 0 && !isSeparator(i) ? 1 : 0;
        }
        return scale;
    }

    private boolean isGrouped() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).kind == Kind.COMMA && isSeparator(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSeparator(int comma) {
        for (int i = comma + 1; i < items.size(); i++) {
            if (items.get(i).kind == Kind.POINT) {
                return false;
            }
            if (items.get(i).kind == Kind.DIGIT) {
                return true;
            }
        }
        return false;
    }
}
