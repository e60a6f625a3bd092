package org.investmentpipeline.figures.columns.data;

import java.math.BigDecimal;

/**
 * A number of positions that figures sum. To sum one more is to add its line here; it is kept in the smallest unit.
 */
public enum Measure {
    /** CNY, in fen. */
    INVESTMENT(0, "cny", "amount", 2);

    private final int place;
    private final String attribute;
    private final String presence;
    private final int decimals;

    Measure(int place, String attribute, String presence, int decimals) {
        this.place = place;
        this.attribute = attribute;
        this.presence = presence;
        this.decimals = decimals;
    }

    /** The attribute of a position that has the number. */
    public String attribute() {
        return attribute;
    }

    /** The attribute that is null where the position has no such number. */
    public String presence() {
        return presence;
    }

    public int decimals() {
        return decimals;
    }

    public long units(Number value) {
        return value instanceof BigDecimal exact
                ? exact.movePointRight(decimals).longValueExact()
                : Math.multiplyExact(
                        value.longValue(), BigDecimal.TEN.pow(decimals).longValueExact());
    }

    /** The place among all measures, from 0 up. */
    public int place() {
        return place;
    }

    /** The bit of a row's mask that says that it has the number. */
    public int bit() {
        return 1 << place;
    }
}
