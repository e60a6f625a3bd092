package org.investmentpipeline.figures.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The projects that came into the rows of a bridge, left them, and were revalued within, by cause and by row. */
public record Movements(
        Map<MovementCause, Aggregates> entered, Map<MovementCause, Aggregates> left, Aggregates revalued) {
    public Movements() {
        this(new EnumMap<>(MovementCause.class), new EnumMap<>(MovementCause.class), new Aggregates());
    }

    public void addEntered(MovementCause cause, List<String> row, CountAndSum cell) {
        entered.computeIfAbsent(cause, any -> new Aggregates()).add(row, cell);
    }

    public void addLeft(MovementCause cause, List<String> row, CountAndSum cell) {
        left.computeIfAbsent(cause, any -> new Aggregates()).add(row, cell);
    }
}
