package org.investmentpipeline.figures;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one combination of values counts.
 *
 * @param values the value of each dimension, as text; {@code unknown} where there is none
 * @param investment CNY
 */
record Cell(List<String> values, long count, BigDecimal investment) {

    Cell plus(Cell other) {
        return new Cell(values, count + other.count, investment.add(other.investment));
    }

    static Cell empty(List<String> values) {
        return new Cell(values, 0, BigDecimal.ZERO);
    }
}
