package org.investmentpipeline.spreadsheet.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The digits of a number in the places of a section. */
final class FormatDigits {

    private final List<FormatSection.Item> items;
    private final String whole;
    private final String decimals;
    private final StringBuilder out = new StringBuilder();
    private final boolean integral;
    private int places;

    FormatDigits(List<FormatSection.Item> items, BigDecimal value) {
        this.items = items;
        int point = items.indexOf(new FormatSection.Item(FormatSection.Kind.POINT, "."));
        int split = point < 0 ? items.size() : point;
        places = digits(0, split);
        integral = places > 0;
        int scale = digits(split, items.size());
        var digits = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue().toString();
        String padded = "0".repeat(Math.max(0, scale - digits.length())) + digits;
        String integer = padded.substring(0, padded.length() - scale);
        whole = integer.equals("0") ? "" : integer;
        decimals = shortened(padded.substring(padded.length() - scale), split);
    }

    private int digits(int from, int to) {
        return (int) items.subList(from, to).stream()
                .filter(item -> item.kind() == FormatSection.Kind.DIGIT)
                .count();
    }

    /** The decimals without those zeros at their end whose place is optional. */
    private String shortened(String all, int point) {
        var marks = items.subList(point, items.size()).stream()
                .filter(item -> item.kind() == FormatSection.Kind.DIGIT)
                .toList();
        int end = all.length();
        while (end > 0
                && all.charAt(end - 1) == '0'
                && !marks.get(end - 1).text().equals("0")) {
            end--;
        }
        return all.substring(0, end);
    }

    String rendered(int first, boolean grouped) {
        int decimal = -1;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.kind() == FormatSection.Kind.POINT) {
                decimal = 0;
                out.append(integral ? "" : whole).append(decimals.isEmpty() ? "" : ".");
            } else if (item.kind() == FormatSection.Kind.DIGIT && decimal >= 0) {
                out.append(decimal < decimals.length() ? decimals.substring(decimal, decimal + 1) : "");
                decimal++;
            } else if (item.kind() == FormatSection.Kind.DIGIT) {
                places--;
                integer(item, i == first, grouped);
            } else if (item.kind() == FormatSection.Kind.LITERAL) {
                out.append(item.text());
            }
        }
        return out.toString();
    }

    /** The first place takes all digits that have none of their own. */
    private void integer(FormatSection.Item item, boolean first, boolean grouped) {
        int from = first ? Math.max(places, whole.length() - 1) : places;
        for (int place = from; place >= places; place--) {
            boolean there = place < whole.length();
            if (there || item.text().equals("0")) {
                out.append(there ? whole.charAt(whole.length() - 1 - place) : '0');
                out.append(grouped && place > 0 && place % 3 == 0 ? "," : "");
            }
        }
    }
}
