package org.investmentpipeline.spreadsheet.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.cell.RefusedCell;
import org.investmentpipeline.spreadsheet.cell.Texts;
import org.investmentpipeline.spreadsheet.cell.Unit;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/** Cells of a sheet of projects with a notation of their own: currency, exchange rate, lists. */
final class RowValues {
    private static final int LONGEST = 200;
    private static final int LONGEST_LISTS = 2000;

    /** As many digits as the ledger keeps of a rate. */
    private static final Pattern RATE = Pattern.compile("\\d{1,10}(\\.\\d{1,8}0*)?");

    /** A code has none of these. */
    private static final Pattern SEPARATOR = Pattern.compile("[、;；,，]");

    private RowValues() {}

    /** The ISO 4217 code of a currency, such as {@code USD}, 美元 or 人民币. */
    static @Nullable String currency(SheetCell cell) throws RefusedCell {
        var word = Texts.line(cell, LONGEST);
        if (word == null) {
            return null;
        }
        var code = Unit.currency(word);
        if (code == null && Money.isCurrency(word.toUpperCase(Locale.ROOT))) {
            code = word.toUpperCase(Locale.ROOT);
        }
        if (code == null) {
            throw new RefusedCell(LocalizedText.of("Expected one currency, such as USD or 美元.", "应为一种货币，如 USD 或 美元。"));
        }
        return code;
    }

    /** The CNY for one unit of the currency, exact. */
    static @Nullable BigDecimal rate(SheetCell cell) throws RefusedCell {
        var text = Texts.line(cell, LONGEST);
        if (text == null) {
            return null;
        }
        var rate = RATE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        if (rate.signum() == 0) {
            throw new RefusedCell(LocalizedText.of(
                    "Expected the CNY for one unit of the currency, above 0 with at most 8 decimals, such as 7.1.",
                    "应为一单位外币折合的人民币元数，大于 0，最多 8 位小数，如 7.1。"));
        }
        return rate;
    }

    /** The codes or names of all lists; null for an empty cell, which says nothing. */
    static @Nullable List<String> lists(SheetCell cell) throws RefusedCell {
        var text = Texts.line(cell, LONGEST_LISTS);
        return text == null
                ? null
                : Stream.of(SEPARATOR.split(text))
                        .map(Text::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }
}
