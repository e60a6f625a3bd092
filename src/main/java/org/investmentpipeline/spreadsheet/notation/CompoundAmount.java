package org.investmentpipeline.spreadsheet.notation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount in several magnitudes, such as 1亿2000万元: each smaller than the one before, and none so large that it would reach it.
 *
 * @param value of all parts
 * @param words the coin or currency
 */
public record CompoundAmount(BigDecimal value, String words) {

    private static final Map<String, BigDecimal> MAGNITUDES =
            Map.of("万亿", BigDecimal.TEN.pow(12), "亿", BigDecimal.TEN.pow(8), "万", BigDecimal.TEN.pow(4));
    private static final Pattern WHOLE = Pattern.compile(
            "(?<head>(?:\\d{1,9} ?(?:万亿|亿|万)元?零? ?)+)(?<digits>\\d{1,9}(?:\\.\\d{1,9})?) ?(?<size>万)?(?<words>[^\\d万亿千百十]*)");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}) ?(万亿|亿|万)");

    /** The amount, null when the text is no amount in several magnitudes. A last part without 万 or a coin is none: 1亿2000. */
    public static @Nullable CompoundAmount of(String text) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return null;
        }
        String words = whole.group("words");
        var size = whole.group("size") == null ? BigDecimal.ONE : MAGNITUDES.get("万");
        if (whole.group("size") == null && !words.contains("元")) {
            return null;
        }
        var total = new BigDecimal(whole.group("digits")).multiply(size);
        var head = head(whole.group("head"), total);
        return head == null ? null : new CompoundAmount(head, words);
    }

    private static @Nullable BigDecimal head(String text, BigDecimal last) {
        var total = BigDecimal.ZERO;
        BigDecimal bound = null;
        var parts = PART.matcher(text);
        while (parts.find()) {
            var size = MAGNITUDES.getOrDefault(parts.group(2), BigDecimal.ONE);
            var part = new BigDecimal(parts.group(1)).multiply(size);
            if (bound != null && part.compareTo(bound) >= 0) {
                return null;
            }
            total = total.add(part);
            bound = size;
        }
        return bound == null || last.compareTo(bound) >= 0 ? null : total.add(last);
    }
}
