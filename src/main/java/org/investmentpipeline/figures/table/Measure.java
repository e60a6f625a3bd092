package org.investmentpipeline.figures.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A number of positions that figures sum. To sum one more is to add its line here; in memory it is kept in the smallest unit. */
public enum Measure {
    /** CNY, in fen. */
    INVESTMENT("investment", "cny", "state.investment.amount", 2),
    /** Mu (亩), in hundredths. */
    LAND_AREA("landArea", "state.landArea", "state.landArea", 2),
    JOBS("jobs", "state.jobs", "state.jobs", 0);

    private final String json;
    private final String attribute;
    private final String presence;
    private final int decimals;

    Measure(String json, String attribute, String presence, int decimals) {
        this.json = json;
        this.attribute = attribute;
        this.presence = presence;
        this.decimals = decimals;
    }

    /** The measure of a name in parameters and answers. */
    public static Optional<Measure> named(String json) {
        return Arrays.stream(values())
                .filter(measure -> measure.json.equals(json))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Measure::json).toList();
    }

    /** The name in parameters and answers. */
    public String json() {
        return json;
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
        return ordinal();
    }

    /** The bit of a row's mask that says that it has the number. */
    public int bit() {
        return 1 << place();
    }
}
