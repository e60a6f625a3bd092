package org.investmentpipeline.spreadsheet.notation;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals that a calculation left behind and that nobody typed: binary fractions and recurring ones, such as 0.333333333333333. */
public final class Noise {

    /** The significant digits of a spreadsheet's number. */
    private static final int DIGITS = 15;
    /** Fewer of them, where the last ones are zeros by chance, need many decimals. */
    private static final int NEARLY = 14;

    private static final int MANY_DECIMALS = 8;
    private static final Pattern RECURRING = Pattern.compile("\\d*([1-9])\\1{5,}\\d?");

    private Noise() {}

    public static boolean isIn(BigDecimal number) {
        var digits = number.stripTrailingZeros();
        return digits.precision() >= DIGITS
                || (digits.precision() >= NEARLY && digits.scale() >= MANY_DECIMALS)
                || RECURRING.matcher(digits.unscaledValue().toString()).matches();
    }
}
