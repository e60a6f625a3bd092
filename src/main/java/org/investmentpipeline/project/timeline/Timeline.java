package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.investmentpipeline.project.timeline.Event.Turned;
import org.jspecify.annotations.Nullable;

/**
 * A project's life as it is known at one moment, and the changes a ledger allows to it; pure and immutable.
 *
 * <p>Inside, a life is not its positions but what makes them: the ordered events of stage and status, and for each field the
 * days on which it takes a new value. Every change is made there, and {@link #positions()} tiles the result, so that no
 * change can leave a gap, an overlap or a boundary without a reason.
 */
public final class Timeline {

    private final List<Event> events;
    private final Map<Field, NavigableMap<LocalDate, @Nullable Object>> values;

    /** The positions, once they were asked for: they follow from the rest, whichever thread makes them. */
    private @Nullable List<Position> tiling;

    private Timeline(List<Event> events, Map<Field, NavigableMap<LocalDate, @Nullable Object>> values) {
        this.events = events;
        this.values = values;
    }

    /** A life that begins with the first of the given entries and holds the given values from that day on. */
    static Timeline beginning(List<Entered> entries, Map<Field, @Nullable Object> given) {
        var birth = entries.get(0).on();
        var values = new EnumMap<Field, NavigableMap<LocalDate, @Nullable Object>>(Field.class);
        for (var field : Field.values()) {
            values.put(field, new TreeMap<>(Collections.singletonMap(birth, given.get(field))));
        }
        return new Timeline(List.copyOf(entries), values).settled();
    }

    /** Reads a life back from its positions, in their order. */
    public static Timeline of(List<Position> positions) {
        var events = new ArrayList<Event>();
        var values = new EnumMap<Field, NavigableMap<LocalDate, @Nullable Object>>(Field.class);
        @Nullable ProjectState before = null;
        for (var position : positions) {
            var standing = position.standing();
            if (before == null || before.stage() != standing.stage()) {
                events.add(new Entered(position.from(), standing.stage(), position.entry()));
            }
            var statusBefore = before == null ? Status.ACTIVE : before.status();
            var reasonBefore = before == null ? null : before.reason();
            if (statusBefore != standing.status() || !Objects.equals(reasonBefore, standing.reason())) {
                events.add(new Turned(position.from(), standing.status(), standing.reason()));
            }
            for (var field : Field.values()) {
                var track = values.computeIfAbsent(field, any -> new TreeMap<>());
                var value = field.of(standing);
                if (track.isEmpty() || !Objects.equals(track.lastEntry().getValue(), value)) {
                    track.put(position.from(), value);
                }
            }
            before = standing;
        }
        return new Timeline(events, values);
    }

    /** The positions that tile this life. */
    public List<Position> positions() {
        var known = tiling;
        if (known == null) {
            known = tiled();
            tiling = known;
        }
        return known;
    }

    private List<Position> tiled() {
        var days = new TreeSet<LocalDate>();
        events.forEach(event -> days.add(event.on()));
        values.values().forEach(track -> days.addAll(track.keySet()));
        return Tiling.of(days, events, this::valuesOn);
    }

    /** The first day of life. */
    public LocalDate birth() {
        return events.get(0).on();
    }

    private LocalDate birthOfValues() {
        return track(Field.INVESTMENT).firstKey();
    }

    /** The stages gone through, in order. */
    public List<Entered> entries() {
        return events.stream()
                .filter(Entered.class::isInstance)
                .map(Entered.class::cast)
                .toList();
    }

    /** The entry into a stage, if it was gone through. */
    public Optional<Entered> entryInto(Stage stage) {
        return entries().stream().filter(entry -> entry.stage() == stage).findFirst();
    }

    /** How the project stood when it came into a stage it has gone through. */
    public ProjectState entered(Stage stage) {
        return positions().stream()
                .map(Position::standing)
                .filter(standing -> standing.stage() == stage)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("never in " + stage));
    }

    /** The latest stage. */
    public Entered latest() {
        var entries = entries();
        return entries.get(entries.size() - 1);
    }

    /** The day of the latest move or status change. */
    LocalDate latestEvent() {
        return events.get(events.size() - 1).on();
    }

    /** How the project stands at the end of a day, which is not before its birth. */
    public ProjectState on(LocalDate day) {
        return positions().stream()
                .filter(position -> position.holdsOn(day))
                .map(Position::standing)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not alive on " + day));
    }

    /** How the project stands now. */
    public ProjectState now() {
        var positions = positions();
        return positions.get(positions.size() - 1).standing();
    }

    private Map<Field, @Nullable Object> valuesOn(LocalDate day) {
        var found = new EnumMap<Field, @Nullable Object>(Field.class);
        values.forEach((field, track) -> {
            var entry = track.floorEntry(day);
            found.put(field, entry == null ? null : entry.getValue());
        });
        return found;
    }

    /** Enters a stage after everything else of that day; it holds to the end of life. */
    Timeline entering(Stage stage, LocalDate day, @Nullable Precision stated) {
        return withEvent(new Entered(day, stage, stated));
    }

    /** Turns the status after everything else of that day. */
    Timeline turning(Status status, LocalDate day, @Nullable String reason) {
        return withEvent(new Turned(day, status, reason));
    }

    /** A value holds from a day on, until the next day on which it is already known to change. */
    Timeline with(Field field, LocalDate day, @Nullable Object value) {
        var track = new TreeMap<LocalDate, @Nullable Object>(track(field));
        track.put(day, value);
        return with(field, track);
    }

    /** Gives a field its values, each from a day on. */
    Timeline with(Field field, NavigableMap<LocalDate, @Nullable Object> track) {
        var merged = new TreeMap<LocalDate, @Nullable Object>();
        track.forEach((day, value) -> {
            if (merged.isEmpty() || !Objects.equals(merged.lastEntry().getValue(), value)) {
                merged.put(day, value);
            }
        });
        var changed = new EnumMap<>(values);
        changed.put(field, merged);
        return new Timeline(events, changed);
    }

    /**
     * Entries are known anew: put right, put in when the stage was thought skipped, or, by null, never made. Everything before
     * and after them stays.
     */
    public Timeline stating(Map<Stage, @Nullable Entered> stated) {
        var kept = new ArrayList<Event>(events);
        stated.forEach((stage, entry) -> entryInto(stage)
                .filter(known -> entry == null || !entry.on().equals(known.on()))
                .ifPresent(kept::remove));
        new TreeMap<>(stated).forEach((stage, entry) -> {
            if (entry != null) {
                var known = kept.indexOf(entryInto(stage).orElse(null));
                if (known < 0) {
                    kept.add(entry.placeAmong(kept), entry);
                } else {
                    kept.set(known, entry);
                }
            }
        });
        var corrected = new Timeline(List.copyOf(kept), values).born(kept.get(0).on());
        return corrected
                .signing()
                .map(signed -> corrected.with(Field.AGREEMENT, signed, agreementFrom(signed)))
                .orElse(corrected)
                .settled();
    }

    /** An agreement is made at signing, so it goes where the signing goes. */
    private @Nullable Object agreementFrom(LocalDate day) {
        return signing()
                .map(known -> valuesOn(known.isAfter(day) ? known : day).get(Field.AGREEMENT))
                .orElse(null);
    }

    /** The day of the first stage known at or past SIGNED. */
    private Optional<LocalDate> signing() {
        return entries().stream()
                .filter(entry -> !entry.stage().isBefore(Stage.SIGNED))
                .map(Entered::on)
                .findFirst();
    }

    /** Forgets what no position shows: an agreement on days before the signing. */
    private Timeline settled() {
        return of(positions());
    }

    /** The same timeline with another first day: the first values are true from there; a project on no list before it was put on one. */
    private Timeline born(LocalDate day) {
        if (day.equals(birthOfValues())) {
            return this;
        }
        var changed = new EnumMap<Field, NavigableMap<LocalDate, @Nullable Object>>(Field.class);
        values.forEach((field, track) -> {
            var first = track.floorEntry(day) == null ? track.firstEntry() : track.floorEntry(day);
            var moved = new TreeMap<LocalDate, @Nullable Object>(track.tailMap(day, false));
            moved.remove(first.getKey());
            var isNewlyOnLists = field == Field.LISTS && day.isBefore(first.getKey());
            moved.put(day, isNewlyOnLists ? null : first.getValue());
            if (isNewlyOnLists) {
                moved.put(first.getKey(), first.getValue());
            }
            changed.put(field, moved);
        });
        return new Timeline(events, changed);
    }

    /** The values of a field, each from a day on. */
    NavigableMap<LocalDate, @Nullable Object> track(Field field) {
        return Objects.requireNonNull(values.get(field), "every field has a track");
    }

    private Timeline withEvent(Event event) {
        var changed = new ArrayList<Event>(events);
        var place = changed.size();
        while (place > 0 && changed.get(place - 1).on().isAfter(event.on())) {
            place--;
        }
        changed.add(place, event);
        return new Timeline(List.copyOf(changed), values);
    }
}
