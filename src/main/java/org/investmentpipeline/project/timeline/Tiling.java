package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays the positions of a life end to end, from what happened on each day of it. */
final class Tiling {
    private Tiling() {}

    /**
     * The positions of a life.
     *
     * @param days all days on which something may change, the first of them the day of birth
     * @param events what happened to stage and status, in order
     * @param values the values of the fields on a day
     */
    static List<Position> of(
            NavigableSet<LocalDate> days,
            List<Event> events,
            Function<LocalDate, Map<Field, @Nullable Object>> values) {
        var positions = new ArrayList<Position>();
        @Nullable ProjectState before = null;
        for (var day : days) {
            var next = Objects.requireNonNullElse(days.higher(day), Position.OPEN);
            var turns = events.stream().filter(event -> event.on().equals(day)).toList();
            var ofDay = ofDay(day, next, turns, values.apply(day), before);
            positions.addAll(ofDay);
            before = ofDay.isEmpty() ? before : ofDay.get(ofDay.size() - 1).standing();
        }
        return joined(positions);
    }

    private static List<Position> ofDay(
            LocalDate day,
            LocalDate next,
            List<Event> turns,
            Map<Field, @Nullable Object> fields,
            @Nullable ProjectState before) {
        if (turns.isEmpty()) {
            var standing = Objects.requireNonNull(before, "a life begins with an entry");
            var changed =
                    ProjectState.of(standing.stage(), standing.since(), standing.status(), standing.reason(), fields);
            return changed.equals(before) ? List.of() : List.of(new Position(day, next, 0, null, changed));
        }
        var positions = new ArrayList<Position>();
        @Nullable ProjectState standing = before;
        for (var turn : turns) {
            var last = positions.size() == turns.size() - 1;
            standing = after(standing, turn, fields);
            var entry = turn instanceof Event.Entered entered ? entered.stated() : null;
            positions.add(new Position(day, last ? next : day, positions.size(), entry, standing));
        }
        return positions;
    }

    private static ProjectState after(@Nullable ProjectState before, Event event, Map<Field, @Nullable Object> fields) {
        if (event instanceof Event.Entered entered) {
            var since = entered.stated() == null ? null : entered.on();
            return before == null
                    ? ProjectState.of(entered.stage(), since, Status.ACTIVE, null, fields)
                    : ProjectState.of(entered.stage(), since, before.status(), before.reason(), fields);
        }
        var turned = (Event.Turned) event;
        var standing = Objects.requireNonNull(before, "a life begins with an entry");
        return ProjectState.of(standing.stage(), standing.since(), turned.status(), turned.reason(), fields);
    }

    /** Closes the spans of days that turned out to change nothing. */
    private static List<Position> joined(List<Position> positions) {
        var joined = new ArrayList<Position>();
        for (var i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            var empty = position.from().equals(position.to());
            var end = i + 1 < positions.size() ? positions.get(i + 1).from() : Position.OPEN;
            joined.add(
                    empty
                            ? position
                            : new Position(
                                    position.from(), end, position.ordinal(), position.entry(), position.standing()));
        }
        return List.copyOf(joined);
    }
}
