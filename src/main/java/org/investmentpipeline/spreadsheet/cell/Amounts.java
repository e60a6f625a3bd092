package org.investmentpipeline.spreadsheet.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.notation.CompoundAmount;
import org.investmentpipeline.spreadsheet.notation.Noise;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of amounts. Unit and currency of the cell take precedence over the heading's, those over the
 * caller's; the default currency is CNY.
 *
 * @param heading unit and currency of the heading
 * @param given the unit the caller gave
 * @param currency the currency the caller gave
 * @param blanks whether blanks group the digits of the column
 */
public record Amounts(Unit heading, Unit given, @Nullable String currency, boolean blanks) {

    private static final String DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<lead>[^\\d.\\-+(]*)(?<sign>-?)(?<digits>" + DIGITS + ")(?<tail>[^\\d]*)");
    private static final Pattern BLANK = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");
    /** A word before an amount that leaves it as it is; 约 does not. */
    private static final Pattern BEFORE = Pattern.compile("^共\\s*");

    private static final String PROVISIONAL = "暂定|暂估|估算|预估|概算|匡算|tentative|provisional|estimated?|est\\.?";
    /** Words after an amount that leave it as it is: 12000（暂定）, 3亿元整. */
    private static final Pattern AFTER =
            Pattern.compile("\\s*(?:(?<=[元圆万亿])整|(?<=[元圆])正|\\((?:" + PROVISIONAL + ")\\)|(?:" + PROVISIONAL + "))$");

    private static final Pattern SIGN = Pattern.compile("(?<![a-z])[¥$€£]");
    private static final Map<String, String> SIGNS = Map.of("¥", "CNY", "$", "USD", "€", "EUR", "£", "GBP");
    /** In the place of a line break that parts two numbers, which are no amount. */
    private static final char LINES = '|';

    private static final MathContext SPREADSHEET = new MathContext(15);
    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD");

    /** A column whose digits no blanks group. */
    public Amounts(Unit heading, Unit given, @Nullable String currency) {
        this(heading, given, currency, false);
    }

    /** The same column with or without digits that are grouped by blanks, as {@link DigitGrouping} finds. */
    public Amounts withBlanks(boolean group) {
        return new Amounts(heading, given, currency, group);
    }

    /**
     * An amount in whole units of its currency, with two decimals.
     *
     * @param rounded whether the cell has more decimals, which a calculation left there
     */
    public record Amount(BigDecimal value, String currency, boolean rounded) {

        public Amount(BigDecimal value, String currency) {
            this(value, currency, false);
        }
    }

    /** The same column for a row that names its currency in another cell; a unit that the caller gave for another currency does not apply. */
    public Amounts inCurrency(String named) {
        var applies = given.currency() == null || named.equals(given.currency());
        return new Amounts(heading, applies ? given : Unit.NONE, named, blanks);
    }

    /** The amount, null for an empty cell. */
    public @Nullable Amount read(SheetCell cell) throws RefusedCell {
        if (cell instanceof SheetCell.Numeric number) {
            return displayed(number);
        }
        String text = Texts.brief(cell);
        if (Wording.isPlaceholder(text)) {
            return null;
        }
        var plain = plain(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("(?<=\\d)\\s*\\n\\s*(?![\\d.,\\s])", "")
                .replace('\n', LINES));
        var compound = CompoundAmount.of(plain);
        if (compound != null) {
            var unit = unit(compound.words());
            return amount(compound.value(), new Unit(BigDecimal.ONE, unit.currency(), unit.coin()));
        }
        var parts = WRITTEN.matcher(blanks ? BLANK.matcher(plain).replaceAll("") : plain);
        if (!parts.matches()) {
            throw misread();
        }
        var value = new BigDecimal(parts.group("digits").replace(",", ""));
        return amount(
                parts.group("sign").isEmpty() ? value : value.negate(),
                unit(parts.group("lead") + " " + parts.group("tail")));
    }

    /** A number of a workbook with the unit of its format; the format is not the heading's contrary. */
    private @Nullable Amount displayed(SheetCell.Numeric cell) throws RefusedCell {
        Texts.refuseDay(cell);
        var shown = cell.display();
        var number = shown.number();
        if (number != null
                && number.signum() == 0
                && !shown.words().isEmpty()
                && Wording.isPlaceholder(shown.words())) {
            return null;
        }
        if (shown.percent()) {
            throw misread();
        }
        if (number == null) {
            if (cell.value().signum() != 0 && shown.text().isBlank()) {
                throw new RefusedCell(LocalizedText.of(
                        "The number format hides the amount; show it or clear the cell.", "数字格式隐藏了该金额，请改为显示，或清空单元格。"));
            }
            return read(new SheetCell.Text(shown.text()));
        }
        var unit = shown.words().isEmpty() ? Unit.NONE : unit(plain(shown.words()));
        if (contradictsHeading(unit)) {
            throw new RefusedCell(LocalizedText.of(
                    "The number format shows the amount as %1$s, the heading states another unit or currency: give both the same, or write the unit in"
                            + " the cell.",
                    "数字格式把金额显示为“%1$s”，与表头的单位或币种不一致，请统一，或在单元格内写明单位。",
                    shown.text().strip()));
        }
        return amount(number, unit);
    }

    private boolean contradictsHeading(Unit unit) {
        boolean magnitude = unit.magnitude() != null
                && heading.magnitude() != null
                && unit.magnitude().compareTo(heading.magnitude()) != 0;
        boolean coin = unit.currency() != null
                && !heading.isEmpty()
                && !unit.currency().equals(columnCurrency());
        return magnitude || coin;
    }

    /** The comparable form without words that leave an amount as it is. */
    private static String plain(String written) {
        String plain = BEFORE.matcher(Wording.of(written)).replaceFirst("");
        for (var after = AFTER.matcher(plain); after.find(); after = AFTER.matcher(plain)) {
            plain = after.replaceFirst("").strip();
        }
        return plain;
    }

    /** The currency of the column's bare numbers. */
    public String columnCurrency() {
        if (heading.currency() != null) {
            return heading.currency();
        }
        if (currency != null) {
            return currency;
        }
        return given.currency() == null ? "CNY" : given.currency();
    }

    /** The value of 1 in the column, null when neither the heading nor the caller gives a unit. */
    public @Nullable BigDecimal columnMagnitude() {
        if (heading.magnitude() != null) {
            return heading.magnitude();
        }
        if (given.magnitude() != null && !(heading.coin() && heading.currency() != null)) {
            return given.magnitude();
        }
        return heading.currency() == null && given.currency() == null ? null : BigDecimal.ONE;
    }

    private Unit unit(String written) throws RefusedCell {
        String words = written;
        var sign = SIGN.matcher(words);
        String signed = null;
        if (sign.find()) {
            signed = sign.group();
            words = sign.replaceFirst(" ");
        }
        var unit = Unit.of(words);
        if (unit == null) {
            throw misread();
        }
        if (signed == null || unit.currency() != null || agrees(signed, columnCurrency())) {
            return unit;
        }
        return new Unit(unit.magnitude(), SIGNS.get(signed), false);
    }

    private static boolean agrees(String sign, String currency) {
        return currency.equals(SIGNS.get(sign))
                || (sign.equals("$") && DOLLARS.contains(currency))
                || (sign.equals("¥") && currency.equals("JPY"));
    }

    private Amount amount(BigDecimal number, Unit cell) throws RefusedCell {
        if (number.signum() < 0) {
            throw new RefusedCell(LocalizedText.of("An amount is never negative.", "金额不得为负数。"));
        }
        String named = cell.currency() == null ? columnCurrency() : cell.currency();
        if (number.signum() == 0) {
            return new Amount(BigDecimal.ZERO.setScale(Money.DECIMALS), named);
        }
        var digits = number.round(SPREADSHEET);
        var value = digits.multiply(magnitude(cell)).stripTrailingZeros();
        boolean rounded = digits.compareTo(number) != 0;
        if (value.scale() > Money.DECIMALS) {
            value = withoutNoise(digits, value);
            rounded = true;
        }
        if (value.precision() - value.scale() > Money.INTEGER_DIGITS) {
            throw new RefusedCell(
                    LocalizedText.of("An amount has at most %1$s digits.", "金额整数部分不得超过 %1$s 位。", Money.INTEGER_DIGITS));
        }
        return new Amount(value.setScale(Money.DECIMALS), named, rounded);
    }

    private static BigDecimal withoutNoise(BigDecimal digits, BigDecimal value) throws RefusedCell {
        var rounded = value.setScale(Money.DECIMALS, RoundingMode.HALF_UP);
        if (!Noise.isIn(digits) || rounded.signum() == 0) {
            throw new RefusedCell(LocalizedText.of("The amount has more than two decimals.", "金额精确到分以下，最多两位小数（以元计）。"));
        }
        return rounded;
    }

    private BigDecimal magnitude(Unit cell) throws RefusedCell {
        var column = columnMagnitude();
        if (cell.magnitude() != null) {
            boolean foreign = heading.currency() != null && !heading.currency().equals("CNY");
            if (cell.coin() && cell.currency() == null && foreign) {
                throw new RefusedCell(LocalizedText.of(
                        "The heading is in %1$s but the cell has 元: name the currency, such as 万美元 or 万元人民币.",
                        "表头的币种为 %1$s 而单元格写的是“元”，请写明币种，如“万美元”或“万元人民币”。", columnCurrency()));
            }
            return cell.magnitude();
        }
        if (cell.currency() == null) {
            return unitRequired(column);
        }
        if (column == null || column.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ONE;
        }
        if (cell.currency().equals(columnCurrency()) && !cell.coin()) {
            return column;
        }
        throw new RefusedCell(LocalizedText.of(
                "The cell names the currency %1$s, so it is not clear whether the column's unit applies: write the unit, too, such as 9000万美元.",
                "单元格写明了币种 %1$s，但看不出是否仍以该列的单位计，请写完整，如“9000万美元”。", cell.currency()));
    }

    private static BigDecimal unitRequired(@Nullable BigDecimal column) throws RefusedCell {
        if (column == null) {
            throw new RefusedCell(LocalizedText.of(
                    "Neither the heading nor the cell names a unit: give `unit`, such as 万元.",
                    "表头和单元格都没有写明单位，请给出 unit 参数，如“万元”。"));
        }
        return column;
    }

    private static RefusedCell misread() {
        return new RefusedCell(LocalizedText.of(
                "Expected one amount, such as 35000, 3.5亿元 or USD 20 million.", "应为一个金额，如 35000、3.5亿元 或 2000万美元。"));
    }
}
