package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.investmentpipeline.figures.Replay.Sum;
import org.jspecify.annotations.Nullable;

/** Percentages of counts and of sums as fractions of whole numbers, rounded once, half up, to one decimal. */
record Hundredths(@Nullable BigDecimal count, @Nullable BigDecimal investment) {

    /** By how many percent something grew. */
    static Hundredths growth(Sum now, Sum was) {
        return new Hundredths(
                rounded(count(now).subtract(count(was)), count(was)),
                rounded(cents(now).subtract(cents(was)), cents(was)));
    }

    /** What share of a whole a part is. */
    static Hundredths share(Sum part, Sum whole) {
        return new Hundredths(rounded(count(part), count(whole)), rounded(cents(part), cents(whole)));
    }

    /** The difference of two growths: a/b − c/d = (ad − cb)/bd, the ones of 1 + growth cancelling out. */
    static Hundredths points(Sum now, Sum was, Sum otherNow, Sum otherWas) {
        return new Hundredths(
                difference(count(now), count(was), count(otherNow), count(otherWas)),
                difference(cents(now), cents(was), cents(otherNow), cents(otherWas)));
    }

    /** A node with the same two percentages, whatever zeros they end in. */
    static void assertPercent(JsonNode percent, Hundredths expected) {
        assertNumber(percent.get("count"), expected.count);
        assertNumber(percent.get("investment"), expected.investment);
    }

    private static void assertNumber(JsonNode number, @Nullable BigDecimal expected) {
        if (expected == null) {
            assertTrue(number.isNull(), number::toString);
        } else {
            assertTrue(number.isNumber(), number + " should be " + expected);
            assertEquals(0, expected.compareTo(number.decimalValue()), number + " should be " + expected);
        }
    }

    private static @Nullable BigDecimal difference(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        return rounded(a.multiply(d).subtract(c.multiply(b)), b.multiply(d));
    }

    private static @Nullable BigDecimal rounded(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            return null;
        }
        var two = BigInteger.TWO;
        var tenths = part.abs()
                .multiply(BigInteger.valueOf(1000))
                .multiply(two)
                .add(whole)
                .divide(whole.multiply(two));
        return new BigDecimal(part.signum() < 0 ? tenths.negate() : tenths, 1);
    }

    private static BigInteger count(Sum sum) {
        return BigInteger.valueOf(sum.count());
    }

    private static BigInteger cents(Sum sum) {
        return sum.investment().unscaledValue();
    }
}
