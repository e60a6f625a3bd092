package org.investmentpipeline.project.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a life, and what is refused; pure. Every method answers the life as it is then known, which equals the
 * one given when nothing new was said.
 */
public final class TimelineRules {
    private TimelineRules() {}

    /**
     * A new life. Only stated days make entries; a stage without one is taken over on the opening day, and stages that were
     * skipped are not invented.
     *
     * @param opening the day on which what was not dated is taken over: today, or the day a ledger states
     */
    public static Timeline register(
            Stage stage, Map<Stage, StatedDay> stated, LocalDate opening, Map<Field, @Nullable Object> values) {
        var found = new ArrayList<Violation>();
        var entries = new ArrayList<Entered>();
        @Nullable Entered before = null;
        for (var entry : inOrder(stated).entrySet()) {
            var day = entry.getValue().day();
            var field = "stages." + entry.getKey();
            if (stage.isBefore(entry.getKey())) {
                found.add(Violation.of(field, "lies beyond the stage %s", "超出阶段 %s", stage));
            }
            future(field, day, opening).ifPresent(found::add);
            if (before != null && day.isBefore(before.on())) {
                found.add(Violation.of(
                        field,
                        "was %s, before %s was entered (%s)",
                        "给出的 %s 早于进入 %s 的日期（%s）",
                        day,
                        before.stage(),
                        before.on()));
            }
            before = new Entered(day, entry.getKey(), entry.getValue().precision());
            entries.add(before);
        }
        Problem.refuseIfAny(found);
        if (!stated.containsKey(stage)) {
            entries.add(new Entered(opening, stage, null));
        }
        if (stage.isBefore(Stage.SIGNED) && values.get(Field.AGREEMENT) != null) {
            throw agreementBeforeSigning(stage);
        }
        return Timeline.beginning(entries, values);
    }

    /**
     * A new life that begins on a known day without a stated entry: in the stage itself when no entry is stated, else under negotiation
     * until the first entry.
     *
     * @param first null when it is not known; a stated entry into the first stage prevails
     */
    public static Timeline register(
            Stage stage,
            Map<Stage, StatedDay> stated,
            @Nullable LocalDate first,
            LocalDate opening,
            Map<Field, @Nullable Object> values) {
        if (first == null || stated.containsKey(Stage.UNDER_NEGOTIATION)) {
            return register(stage, stated, opening, values);
        }
        var life = register(stage, stated, stated.isEmpty() ? first : opening, values);
        return first.isBefore(life.birth())
                ? life.stating(Map.of(Stage.UNDER_NEGOTIATION, new Entered(first, Stage.UNDER_NEGOTIATION, null)))
                : life;
    }

    private static Map<Stage, StatedDay> inOrder(Map<Stage, StatedDay> stated) {
        var ordered = new EnumMap<Stage, StatedDay>(Stage.class);
        ordered.putAll(stated);
        return ordered;
    }

    /** A change of values from a day on; each holds until the next day on which it is already known to change. */
    public static Timeline amend(Timeline life, LocalDate day, Map<Field, @Nullable Object> changes, LocalDate today) {
        Problem.refuseIfAny(future("effectiveOn", day, today).map(List::of).orElse(null));
        if (day.isBefore(life.birth())) {
            throw Problem.refused(
                    "effectiveOn", "was %s, before the project's first day %s", "给出的 %s 早于项目首日 %s", day, life.birth());
        }
        if (changes.get(Field.AGREEMENT) != null && life.on(day).stage().isBefore(Stage.SIGNED)) {
            throw agreementBeforeSigning(life.on(day).stage());
        }
        var amended = life;
        for (var change : changes.entrySet()) {
            amended = amended.with(change.getKey(), day, change.getValue());
        }
        refuseToForget(life, amended, changes);
        return amended;
    }

    /** What a signed project has stays; what a ledger left unknown may stay so, or be stated later. */
    private static void refuseToForget(Timeline life, Timeline amended, Map<Field, @Nullable Object> changes) {
        var emptied = Stream.of(Field.AGREEMENT, Field.INVESTMENT)
                .filter(field -> changes.containsKey(field) && changes.get(field) == null)
                .toList();
        if (emptied.isEmpty()) {
            return;
        }
        var forgotten = Stream.of(life, amended)
                .flatMap(either -> either.positions().stream())
                .map(Position::from)
                .filter(day -> !life.on(day).stage().isBefore(Stage.SIGNED))
                .flatMap(day -> emptied.stream()
                        .filter(field -> field.of(life.on(day)) != null && field.of(amended.on(day)) == null))
                .distinct()
                .map(field -> Violation.of(field.json(), "cannot be taken from a signed project", "已签约项目不能去掉此项"))
                .toList();
        Problem.refuseIfAny(forgotten);
    }

    /** A turn of the status, not before the latest move or turn. */
    public static Timeline turn(Timeline life, Status status, LocalDate day, @Nullable String reason, LocalDate today) {
        Problem.refuseIfAny(future("on", day, today).map(List::of).orElse(null));
        if (status != Status.ACTIVE && reason == null) {
            throw Problem.refused("reason", "is required for %s", "%s 必须说明原因", status);
        }
        var kept = status == Status.ACTIVE ? null : reason;
        var now = life.now();
        if (now.status() == status && Objects.equals(now.reason(), kept)) {
            return life;
        }
        if (day.isBefore(life.latestEvent())) {
            throw Problem.of(
                    ProblemType.STATUS_CONFLICT,
                    "The status cannot turn on %s, before the latest move or turn on %s.",
                    "状态变更日期 %s 早于最近一次推进或状态变更（%s）。",
                    day,
                    life.latestEvent());
        }
        return life.turning(status, day, kept);
    }

    /** A stage is known to have been entered on a day: the record is put right. */
    public static Timeline correct(Timeline life, Stage stage, StatedDay stated, LocalDate asOf) {
        var entries = life.entries();
        var field = "stages." + stage;
        Problem.refuseIfAny(future(field, stated.day(), asOf).map(List::of).orElse(null));
        for (var entry : entries) {
            var wrong = entry.stage().isBefore(stage)
                    ? stated.day().isBefore(entry.on())
                    : stage.isBefore(entry.stage()) && stated.day().isAfter(entry.on());
            if (wrong) {
                throw Problem.refused(
                        field,
                        "was %s, against %s on %s",
                        "给出的 %s 与 %s（%s）的先后不符",
                        stated.day(),
                        entry.stage(),
                        entry.on());
            }
        }
        var moves = life.entryInto(stage)
                .filter(known -> known.on().equals(stated.day()))
                .isEmpty();
        if (moves) {
            refuseToOutliveATurn(life, stage, stated.day());
        }
        if (moves && !stated.day().isBefore(life.birth())) {
            refuseUnlessActive(life, stated.day());
        }
        var corrected = life.stating(Map.of(stage, new Entered(stated.day(), stage, stated.precision())));
        refuseToLoseLists(life, corrected, field);
        return corrected;
    }

    /** No project is on a list before its first day, and a correction of a stage is none of a list. */
    public static void refuseToLoseLists(Timeline life, Timeline corrected, String field) {
        life.positions().stream()
                .filter(position -> position.from().isBefore(corrected.birth()))
                .filter(position -> position.standing().lists() != null)
                .findFirst()
                .ifPresent(position -> {
                    throw Problem.refused(
                            field,
                            "was %s, but the project was on lists from %s on: %s",
                            "给出的是 %s，而项目自 %s 起在清单中：%s",
                            corrected.birth(),
                            position.from(),
                            position.standing().lists());
                });
    }

    /** No status turns before life begins. */
    public static void refuseToOutliveATurn(Timeline life, Stage stage, LocalDate day) {
        var opens = life.entries().stream().noneMatch(entry -> entry.stage().isBefore(stage));
        var turned = life.positions().stream()
                .anyMatch(position ->
                        position.from().isBefore(day) && position.standing().status() != Status.ACTIVE);
        if (opens && turned) {
            throw Problem.of(
                    ProblemType.STATUS_CONFLICT,
                    "The project cannot have begun with %1$s on %2$s; its status turned before that day.",
                    "项目不能始于 %2$s 的 %1$s；在此之前状态已有变更。",
                    stage,
                    day);
        }
    }

    /** A later stage that a ledger states without a day: taken over on the day the ledger states. */
    public static Timeline takeOver(Timeline life, Stage stage, LocalDate asOf) {
        var latest = life.latest().stage();
        if (latest == stage && !asOf.isBefore(life.latest().on())) {
            return life;
        }
        if (stage.isBefore(latest)) {
            throw Problem.refused(
                    "stage", "was %s, but the project has come to %s", "给出的是 %s，而项目已处于 %s", stage, latest);
        }
        if (asOf.isBefore(life.latest().on())) {
            throw Problem.refused(
                    "stage",
                    "%s without a day, while the project entered %s on %s, after %s",
                    "%s 未注明日期，而项目已于 %3$s 进入 %2$s，晚于 %4$s",
                    stage,
                    life.latest().stage(),
                    life.latest().on(),
                    asOf);
        }
        refuseUnlessActive(life, asOf);
        return life.entering(stage, asOf, null);
    }

    public static void refuseUnlessActive(Timeline life, LocalDate day) {
        var status = life.on(day).status();
        if (status != Status.ACTIVE) {
            throw Problem.of(
                    ProblemType.STATUS_CONFLICT,
                    "The project was %1$s on %2$s and does not move; make it ACTIVE first.",
                    "项目在 %2$s 处于 %1$s，不能推进；请先恢复为 ACTIVE。",
                    status,
                    day);
        }
    }

    private static Problem agreementBeforeSigning(Stage stage) {
        return Problem.refused("agreement", "is made at signing; the stage is %s", "签约时才有协议；当前阶段为 %s", stage);
    }

    public static Optional<Violation> future(String field, LocalDate day, LocalDate today) {
        return day.isAfter(today)
                ? Optional.of(Violation.of(
                        field, "was %s, after %s; nothing is recorded ahead", "给出的 %s 晚于 %s，不能预先记录", day, today))
                : Optional.empty();
    }
}
