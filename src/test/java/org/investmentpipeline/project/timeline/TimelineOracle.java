package org.investmentpipeline.project.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.period.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A life kept as a table with a row for each field and a column for each day, changed as slowly as the rules are worded; the
 * second opinion on {@link Timeline}. Every operation answers whether the rules allow it, and changes nothing when not.
 */
final class TimelineOracle {
    /** The column of today; nothing is known beyond it. */
    static final int TODAY = 50;

    record Entry(int day, @Nullable Precision stated) {}

    record Turn(int day, Status status, @Nullable String reason) {}

    private final EnumMap<Stage, Entry> entries = new EnumMap<>(Stage.class);
    private final List<Turn> turns = new ArrayList<>();
    private Object[][] rows = new Object[Field.values().length][TODAY + 1];

    static LocalDate date(int day) {
        return LocalDate.of(2023, 1, 1).plusDays(day);
    }

    boolean register(Stage stage, Map<Stage, Entry> stated, int opening, Map<Field, @Nullable Object> values) {
        var before = 0;
        for (var entry : new EnumMap<>(stated).entrySet()) {
            var day = entry.getValue().day();
            if (entry.getKey().compareTo(stage) > 0 || day > opening || day < before) {
                return false;
            }
            before = day;
        }
        if (values.get(Field.AGREEMENT) != null && stage == Stage.UNDER_NEGOTIATION) {
            return false;
        }
        entries.putAll(stated);
        entries.putIfAbsent(stage, new Entry(opening, null));
        for (var field : Field.values()) {
            Arrays.fill(row(field), values.get(field));
        }
        forgetAgreementBelowSigning();
        return true;
    }

    /** On a list, or off it, day by day until the next day on which that was known to change. */
    boolean list(String list, int day, boolean isOn) {
        if (day > TODAY || day < birth()) {
            return false;
        }
        var after = copy();
        var known = row(Field.LISTS);
        for (var at = day; at <= TODAY; at++) {
            var changes = at > day && isOn(known[at], list) != isOn(known[at - 1], list);
            if (changes) {
                break;
            }
            after[Field.LISTS.ordinal()][at] = CodeSet.change((CodeSet) known[at], list, isOn);
        }
        rows = after;
        return true;
    }

    private static boolean isOn(@Nullable Object lists, String list) {
        return CodeSet.has((CodeSet) lists, list);
    }

    boolean amend(int day, Map<Field, @Nullable Object> changes) {
        if (day > TODAY || day < birth() || (changes.get(Field.AGREEMENT) != null && day < signing())) {
            return false;
        }
        var after = copy();
        changes.forEach((field, value) -> hold(after[field.ordinal()], day, value));
        for (var required : List.of(Field.AGREEMENT, Field.INVESTMENT)) {
            for (var signed = signing(); signed <= TODAY; signed++) {
                if (row(required)[signed] != null && after[required.ordinal()][signed] == null) {
                    return false;
                }
            }
        }
        rows = after;
        return true;
    }

    boolean turn(Status status, int day, @Nullable String reason) {
        if (day > TODAY || (status != Status.ACTIVE && reason == null)) {
            return false;
        }
        var turn = new Turn(day, status, status == Status.ACTIVE ? null : reason);
        var now = turnOn(TODAY);
        if (now.status() == turn.status() && Objects.equals(now.reason(), turn.reason())) {
            return true;
        }
        if (day < now.day() || day < latest().day()) {
            return false;
        }
        turns.add(turn);
        return true;
    }

    boolean move(Stage to, int on, Map<Stage, Integer> via, Map<Field, @Nullable Object> riding) {
        var from = stageOn(TODAY);
        var between = via.keySet().stream().allMatch(stage -> stage.compareTo(from) > 0 && stage.compareTo(to) < 0);
        if (to.compareTo(from) <= 0 || on > TODAY || !between) {
            return false;
        }
        var steps = new EnumMap<Stage, Entry>(Stage.class);
        var before = latest().day();
        for (var place = from.ordinal() + 1; place <= to.ordinal(); place++) {
            var stage = Stage.values()[place];
            var day = via.getOrDefault(stage, on);
            if (day < before || day > on || turnOn(day).status() != Status.ACTIVE) {
                return false;
            }
            steps.put(stage, new Entry(day, Precision.DAY));
            before = day;
        }
        var after = copy();
        var start = steps.getOrDefault(Stage.SIGNED, new Entry(on, null)).day();
        riding.forEach((field, value) -> hold(after[field.ordinal()], start, value));
        for (var step : steps.values()) {
            if (after[Field.AGREEMENT.ordinal()][step.day()] == null
                    || after[Field.INVESTMENT.ordinal()][step.day()] == null) {
                return false;
            }
        }
        entries.putAll(steps);
        rows = after;
        return true;
    }

    boolean reverse(Stage stage) {
        if (entries.size() == 1 || stageOn(TODAY) != stage) {
            return false;
        }
        entries.remove(stage);
        forgetAgreementBelowSigning();
        return true;
    }

    boolean correct(Stage stage, int day, Precision stated) {
        var agrees = entries.entrySet().stream()
                .allMatch(other -> other.getKey() == stage
                        || other.getKey().compareTo(stage) < 0
                                == other.getValue().day() < day
                        || other.getValue().day() == day);
        if (day > TODAY || !agrees) {
            return false;
        }
        var already = entries.get(stage);
        if (already == null || already.day() != day) {
            var opens = entries.keySet().stream().allMatch(other -> other.compareTo(stage) >= 0);
            if (opens && turns.stream().anyMatch(turn -> turn.day() < day)) {
                return false;
            }
            if (day >= birth() && turnOn(day).status() != Status.ACTIVE) {
                return false;
            }
        }
        var birth = birth();
        var signing = signing();
        var before = entries.put(stage, new Entry(day, stated));
        if (Arrays.stream(row(Field.LISTS), birth, Math.max(birth(), birth)).anyMatch(Objects::nonNull)) {
            restore(stage, before);
            return false;
        }
        for (var row : rows) {
            Arrays.fill(row, Math.min(day, birth), birth, row == row(Field.LISTS) ? null : row[birth]);
        }
        if (signing <= TODAY && signing() < signing) {
            var row = row(Field.AGREEMENT);
            Arrays.fill(row, signing(), signing, row[signing]);
        }
        forgetAgreementBelowSigning();
        return true;
    }

    /** All entries anew: those stated, and the known ones of other stages. */
    boolean revise(Map<Stage, @Nullable Entry> stated) {
        var anew = new EnumMap<>(entries);
        stated.forEach((stage, entry) -> {
            if (entry == null) {
                anew.remove(stage);
            } else {
                anew.put(stage, entry);
            }
        });
        if (anew.equals(entries)) {
            return true;
        }
        var days = anew.values().stream().map(Entry::day).toList();
        var first = entries.keySet().iterator().next();
        if (anew.isEmpty()
                || first.isBefore(anew.keySet().iterator().next())
                || !days.equals(days.stream().sorted().toList())) {
            return false;
        }
        var birth = birth();
        var latest = stageOn(TODAY);
        if (days.get(0) > birth && turns.stream().anyMatch(turn -> turn.day() < days.get(0))) {
            return false;
        }
        for (var entry : anew.entrySet()) {
            var known = entries.get(entry.getKey());
            var day = entry.getValue().day();
            var isMoved = known == null || known.day() != day;
            if (day > TODAY || isMoved && day >= birth && turnOn(day).status() != Status.ACTIVE) {
                return false;
            }
        }
        return reviseValues(anew, birth, latest);
    }

    /** A stage was right on a day: later stages entered up to it were not. */
    boolean stepBack(Stage stage, int day) {
        var birth = birth();
        var known = entries.keySet().stream()
                .filter(each -> entry(each).day() <= day)
                .toList();
        var wrong = known.stream().filter(stage::isBefore).toList();
        if (wrong.isEmpty()) {
            return true;
        }
        wrong.forEach(entries::remove);
        if (wrong.size() == known.size()) {
            entries.put(stage, new Entry(birth, null));
        }
        forgetAgreementBelowSigning();
        return true;
    }

    private boolean reviseValues(EnumMap<Stage, Entry> anew, int birth, Stage latest) {
        var after = copy();
        var first = anew.values().iterator().next().day();
        for (var field : Field.values()) {
            var row = after[field.ordinal()];
            Arrays.fill(row, Math.min(first, birth), birth, field == Field.LISTS ? null : row[birth]);
        }
        var signed = anew.entrySet().stream()
                .filter(entry -> entry.getKey() != Stage.UNDER_NEGOTIATION)
                .mapToInt(entry -> entry.getValue().day())
                .findFirst()
                .orElse(TODAY + 1);
        var agreements = after[Field.AGREEMENT.ordinal()];
        if (signing() <= TODAY && signed < signing()) {
            Arrays.fill(agreements, signed, signing(), agreements[signing()]);
        }
        Arrays.fill(agreements, 0, Math.min(signed, TODAY + 1), null);
        if (Arrays.stream(row(Field.LISTS), birth, Math.max(first, birth)).anyMatch(Objects::nonNull)) {
            return false;
        }
        for (var entry : anew.entrySet()) {
            var day = entry.getValue().day();
            if (latest.isBefore(entry.getKey())
                    && (agreements[day] == null || after[Field.INVESTMENT.ordinal()][day] == null)) {
                return false;
            }
        }
        entries.clear();
        entries.putAll(anew);
        rows = after;
        return true;
    }

    private void restore(Stage stage, @Nullable Entry before) {
        if (before == null) {
            entries.remove(stage);
        } else {
            entries.put(stage, before);
        }
    }

    boolean takeOver(Stage stage, int day) {
        if (stage == stageOn(TODAY)) {
            return day >= latest().day();
        }
        if (stage.compareTo(stageOn(TODAY)) < 0
                || day < latest().day()
                || turnOn(day).status() != Status.ACTIVE) {
            return false;
        }
        entries.put(stage, new Entry(day, null));
        return true;
    }

    int birth() {
        return entries.values().stream().mapToInt(Entry::day).min().orElseThrow();
    }

    Map<Stage, Entry> entries() {
        return entries;
    }

    /** How the project stands at the end of a day. */
    ProjectState standing(int day) {
        return standing(stageOn(day), turnOn(day), day);
    }

    /** How the project came into a stage: moves are made by active projects only. */
    ProjectState entered(Stage stage) {
        var day = entry(stage).day();
        return standing(stage, new Turn(day, Status.ACTIVE, null), day);
    }

    private ProjectState standing(Stage stage, Turn turn, int day) {
        var entry = entry(stage);
        return new ProjectState(
                stage,
                entry.stated() == null ? null : date(entry.day()),
                turn.status(),
                turn.reason(),
                (Investment) row(Field.INVESTMENT)[day],
                (String) row(Field.SECTOR)[day],
                (String) row(Field.ZONE)[day],
                (String) row(Field.DEPARTMENT)[day],
                (Origin) row(Field.ORIGIN)[day],
                stage == Stage.UNDER_NEGOTIATION ? null : (Agreement) row(Field.AGREEMENT)[day],
                (Boolean) row(Field.KEY)[day],
                (Long) row(Field.INVESTOR)[day],
                (String) row(Field.LEADER)[day],
                (String) row(Field.OFFICER)[day],
                (BigDecimal) row(Field.LAND_AREA)[day],
                (Integer) row(Field.JOBS)[day],
                (CodeSet) row(Field.LISTS)[day]);
    }

    /** The last stage entered up to a day. */
    private Stage stageOn(int day) {
        return entries.keySet().stream()
                .filter(stage -> entry(stage).day() <= day)
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private Turn turnOn(int day) {
        return turns.stream()
                .filter(turn -> turn.day() <= day)
                .reduce(new Turn(0, Status.ACTIVE, null), (one, later) -> later);
    }

    private Entry entry(Stage stage) {
        return Objects.requireNonNull(entries.get(stage));
    }

    private Entry latest() {
        return entry(stageOn(TODAY));
    }

    /** The first day at or past SIGNED; tomorrow when there is none. */
    private int signing() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey() != Stage.UNDER_NEGOTIATION)
                .mapToInt(entry -> entry.getValue().day())
                .min()
                .orElse(TODAY + 1);
    }

    private void forgetAgreementBelowSigning() {
        Arrays.fill(row(Field.AGREEMENT), 0, signing(), null);
    }

    /** The value holds until the next day on which the row is already known to change. */
    private static void hold(Object[] row, int day, @Nullable Object value) {
        var end = day + 1;
        while (end <= TODAY && Objects.equals(row[end], row[end - 1])) {
            end++;
        }
        Arrays.fill(row, day, end, value);
    }

    private Object[] row(Field field) {
        return rows[field.ordinal()];
    }

    private Object[][] copy() {
        return Arrays.stream(rows).map(Object[]::clone).toArray(Object[][]::new);
    }
}
