package org.investmentpipeline.support;

import java.math.BigDecimal;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;

/** Matches numbers of JSON by their value: 5, 5.0 and 5.00 are one amount, whole numbers of any length included. */
public final class Amount {
    private Amount() {}

    public static Matcher<Number> amount(String expected) {
        return new CustomTypeSafeMatcher<>("the number " + expected) {
            @Override
            protected boolean matchesSafely(Number actual) {
                return new BigDecimal(actual.toString()).compareTo(new BigDecimal(expected)) == 0;
            }
        };
    }
}
