package org.investmentpipeline.spreadsheet.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number format of a workbook (ECMA-376 part 1, 18.8.31), as far as it decides on the meaning of a cell: the digits shown, their scale, and the
 * words around them. Its sections are for positive numbers, negative ones, zero, and text.
 */
public final class NumberFormat {

    /** The format of a cell that has none. */
    public static final NumberFormat GENERAL = of("General");

    private static final int NUMERIC_SECTIONS = 3;

    private final String code;
    private final List<FormatSection> numbers;
    private final @Nullable FormatSection text;
    private final boolean conditional;

    /**
     * A number as its format shows it.
     *
     * @param text the whole, rounded to the decimals of the format
     * @param number the shown number before it is rounded to the decimals of the format; null when the format shows something else, such as a dash
     * @param words the words before and after the digits, which may name a unit
     * @param percent whether it is shown as a percentage
     */
    public record Display(String text, @Nullable BigDecimal number, String words, boolean percent) {}

    private NumberFormat(String code, List<FormatSection> numbers, @Nullable FormatSection text) {
        this.code = code;
        this.numbers = numbers;
        this.text = text;
        this.conditional = numbers.stream().anyMatch(FormatSection::isConditional);
    }

    /** The format with a code such as {@code 0.00"亿元"}. */
    public static NumberFormat of(String code) {
        var sections = new ArrayList<FormatSection>();
        for (var section : FormatScanner.sections(code)) {
            sections.add(new FormatScanner(section).scan());
        }
        boolean onlyText = sections.size() == 1 && sections.get(0).isText();
        var text = sections.size() > NUMERIC_SECTIONS || onlyText ? sections.get(sections.size() - 1) : null;
        if (onlyText) {
            return new NumberFormat(code, List.of(new FormatScanner("General").scan()), text);
        }
        return new NumberFormat(
                code, List.copyOf(sections.subList(0, Math.min(NUMERIC_SECTIONS, sections.size()))), text);
    }

    /** The code, as a workbook has it. */
    public String code() {
        return code;
    }

    /** Whether numbers are shown as days or times. */
    public boolean isDay() {
        return numbers.get(0).isDay();
    }

    /** A number in this format. */
    public Display display(BigDecimal value) {
        if (this == GENERAL) {
            return new Display(FormatSection.plain(value), value, "", false);
        }
        var section = section(value);
        boolean signed = value.signum() < 0 && (conditional || numbers.size() < 2);
        return section.display(value, signed);
    }

    /** A text in this format. */
    public String display(String written) {
        return text == null ? written : text.display(written);
    }

    private FormatSection section(BigDecimal value) {
        int last = numbers.size() - 1;
        if (conditional) {
            return numbers.stream()
                    .filter(section -> section.isConditional() && section.applies(value))
                    .findFirst()
                    .orElse(numbers.get(last));
        }
        return switch (value.signum()) {
            case -1 -> numbers.get(Math.min(1, last));
            case 0 -> numbers.get(last < 2 ? 0 : 2);
            default -> numbers.get(0);
        };
    }
}
