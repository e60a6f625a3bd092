package org.investmentpipeline.figures.table;

import java.math.BigDecimal;

/**
 * How many, and how much.
 *
 * @param investment CNY
 */
public record Cell(long count, BigDecimal investment) {
    public static final Cell NONE = new Cell(0, BigDecimal.ZERO);

    public Cell plus(Cell other) {
        return new Cell(count + other.count, investment.add(other.investment));
    }

    public Cell minus(Cell other) {
        return new Cell(count - other.count, investment.subtract(other.investment));
    }
}
