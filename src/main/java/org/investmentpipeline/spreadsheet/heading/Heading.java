package org.investmentpipeline.spreadsheet.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * The heading of one column, with the remarks in brackets at its end taken apart.
 *
 * @param column 0-based
 * @param written on one line, as in the file
 * @param whole the comparable form
 * @param base the comparable form without the remarks at its end
 * @param remarks the texts in brackets at the end, the last first
 * @param group the heading above, which it shares with other columns; null when there is none
 */
record Heading(
        int column,
        String written,
        String whole,
        String base,
        List<String> remarks,
        @Nullable Heading group) {

    private static final Pattern REMARK = Pattern.compile("(?<base>.+?)\\s*[(\\[【](?<remark>[^()\\[\\]【】]*)[)\\]】]");
    private static final int LONGEST_UNIT = 20;
    private static final Pattern JOINT = Pattern.compile("[\\s:,/、_-]+$");

    static Heading of(int column, SheetCell cell) {
        String written = cell.shown().strip().replaceAll("\\s*[\\r\\n]+\\s*", "");
        String base = Wording.cased(cell.shown());
        var remarks = new ArrayList<String>();
        for (var parts = REMARK.matcher(base); parts.matches(); parts = REMARK.matcher(base)) {
            base = parts.group("base");
            remarks.add(parts.group("remark"));
        }
        return new Heading(column, written, Wording.of(cell.shown()), Wording.of(base), remarks, null);
    }

    /** The same heading below another one. */
    Heading below(Heading upper) {
        return new Heading(column, written, whole, base, remarks, upper);
    }

    /** The heading as it appears in answers: {@code upper/lower} when it has one above. */
    String shown() {
        return group == null ? written : group.written + "/" + written;
    }

    /** The comparable forms by which a caller's mapping may name the heading, the most specific first. */
    List<String> names() {
        return group == null
                ? List.of(whole, base)
                : List.of(Wording.of(shown()), group.base + "/" + base, whole, base, group.whole, group.base);
    }

    /** The same heading without an unbracketed unit at its end, where the rest is a known heading; else itself. */
    Heading withoutBareUnit(Predicate<String> known) {
        if (known.test(whole) || known.test(base)) {
            return this;
        }
        for (int end = base.length() - 1; end > Math.max(0, base.length() - LONGEST_UNIT); end--) {
            String rest = base.substring(end);
            String start = JOINT.matcher(base.substring(0, end)).replaceFirst("");
            var unit = Unit.of(rest);
            if (unit != null && !unit.isEmpty() && known.test(start)) {
                var all = new ArrayList<>(remarks);
                all.add(rest);
                return new Heading(column, written, whole, start, all, group);
            }
        }
        return this;
    }

    /** The remark that names a unit of money, null when none does; one of its own comes before one of the heading above. */
    @Nullable
    String unit() {
        return allRemarks()
                .filter(remark -> {
                    var unit = Unit.of(remark);
                    return unit != null && !unit.isEmpty();
                })
                .findFirst()
                .orElse(null);
    }

    /** The comparable texts that may limit the meaning of the heading: its remarks, and the heading above with its remarks. */
    Stream<String> limits() {
        var above = group == null ? Stream.<String>empty() : Stream.of(group.whole);
        return Stream.concat(remarks.stream().map(Wording::of), above);
    }

    /** The same heading below a title of the whole sheet, which gives it nothing but its remarks. */
    Heading withoutGroup() {
        var all = new ArrayList<>(remarks);
        if (group != null) {
            all.addAll(group.remarks);
        }
        return new Heading(column, written, whole, base, all, null);
    }

    /** All remarks, those of the heading above last. */
    Stream<String> allRemarks() {
        return Stream.concat(remarks.stream(), group == null ? Stream.empty() : group.remarks.stream());
    }

    /** The column's letters, as a spreadsheet shows them. */
    String letters() {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
