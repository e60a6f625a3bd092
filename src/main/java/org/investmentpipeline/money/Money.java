package org.investmentpipeline.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Exact amounts in whole currency units (yuan, dollars) with at most two decimals. */
public final class Money {
    /** The currency of all figures. */
    public static final String CNY = "CNY";

    /** An amount has at most this many digits before the point: ten million million. */
    public static final int INTEGER_DIGITS = 13;

    /** A value in CNY is below 1 with so many zeros: the sum of ten million of them can still be stored. */
    public static final int CNY_DIGITS = 15;

    public static final int DECIMALS = 2;

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(CNY_DIGITS);

    private static final Set<String> CURRENCIES = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(new Locale("", country)))
            .filter(Objects::nonNull)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    /** Whether a code is the ISO 4217 code of a currency in circulation: not of a metal, test, fund or withdrawn currency. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** The value in CNY at a rate of CNY per unit, half up to the fen. */
    public static BigDecimal toCny(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Whether a value in CNY can be stored. */
    public static boolean isKept(BigDecimal cny) {
        return cny.compareTo(TOO_MUCH) < 0;
    }

    /** The shortest way to write an amount: no exponent, no trailing zeros after the point. */
    public static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
