package org.investmentpipeline.project.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.Event.Entered;
import org.investmentpipeline.project.timeline.MoveRules;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a life stated anew, all in one correction; pure. Days are put right, entries put in, or removed as if they had
 * never been made. Values, statuses and entries that are not stated stay.
 */
public final class StageRevision {
    private final Timeline life;
    private final Map<Stage, @Nullable Entered> stated;

    private StageRevision(Timeline life, Map<Stage, @Nullable Entered> stated) {
        this.life = life;
        this.stated = stated;
    }

    /**
     * The life with its entries as stated; the given one when nothing differs.
     *
     * @param stated null for a stage that was never entered
     * @throws Problem when the first entry is removed, days are in the future or out of order, the project was not
     *     active on a day, or a stage beyond the latest lacks a requirement
     */
    public static Timeline revise(Timeline life, Map<Stage, @Nullable StatedDay> stated, LocalDate today) {
        var differing = new EnumMap<Stage, @Nullable Entered>(Stage.class);
        stated.forEach((stage, day) -> {
            var entry = day == null ? null : new Entered(day.day(), stage, day.precision());
            if (!Objects.equals(entry, life.entryInto(stage).orElse(null))) {
                differing.put(stage, entry);
            }
        });
        return differing.isEmpty() ? life : new StageRevision(life, differing).revised(today);
    }

    /**
     * A stage was the right one on a day: entries up to that day into later stages never happened. Entries after that day stay. A life
     * that would have no entry left begins with the stage, taken over on its first day.
     */
    public static Timeline stepBack(Timeline life, Stage stage, LocalDate day) {
        var changes = new EnumMap<Stage, @Nullable Entered>(Stage.class);
        var upToDay = life.entries().stream()
                .filter(entry -> !entry.on().isAfter(day))
                .toList();
        upToDay.stream()
                .filter(entry -> stage.isBefore(entry.stage()))
                .forEach(entry -> changes.put(entry.stage(), null));
        if (!upToDay.isEmpty() && changes.size() == upToDay.size()) {
            changes.put(stage, new Entered(life.birth(), stage, null));
        }
        return changes.isEmpty() ? life : life.stating(changes);
    }

    private Timeline revised(LocalDate today) {
        var days = days();
        var found = new ArrayList<Violation>();
        stated.forEach((stage, entry) -> {
            if (entry != null) {
                TimelineRules.future(stage.name(), entry.on(), today).ifPresent(found::add);
            }
        });
        refuseToRemoveTheFirst(days, found);
        refuseDisorder(days, found);
        Problem.refuseIfAny(found);
        refuseUnlessActive(days);
        var revised = life.stating(stated);
        TimelineRules.refuseToLoseLists(
                life, revised, days.keySet().iterator().next().name());
        MoveRules.refuseIfMissing(
                revised,
                days.entrySet().stream()
                        .filter(entry -> life.latest().stage().isBefore(entry.getKey()))
                        .map(entry -> new MoveRules.Step(entry.getKey(), entry.getValue()))
                        .toList());
        return revised;
    }

    /** The days of all entries after the revision. */
    private EnumMap<Stage, LocalDate> days() {
        var days = new EnumMap<Stage, LocalDate>(Stage.class);
        life.entries().forEach(entry -> days.put(entry.stage(), entry.on()));
        stated.forEach((stage, entry) -> {
            if (entry == null) {
                days.remove(stage);
            } else {
                days.put(stage, entry.on());
            }
        });
        return days;
    }

    /** The first entry is the beginning of the life: it remains, or gives way to an entry into an earlier stage. */
    private void refuseToRemoveTheFirst(EnumMap<Stage, LocalDate> days, List<Violation> found) {
        var first = life.entries().get(0).stage();
        if (days.keySet().stream().allMatch(first::isBefore)) {
            found.add(Violation.of(
                    first.name(),
                    "is the first stage of the project and cannot be removed; delete a project registered by mistake",
                    "是项目的首个阶段，不能去掉；误登记的项目请删除"));
        }
    }

    private void refuseDisorder(Map<Stage, LocalDate> days, List<Violation> found) {
        @Nullable Stage before = null;
        for (var entry : days.entrySet()) {
            var bound = before == null ? null : days.get(before);
            if (before != null && bound != null && entry.getValue().isBefore(bound)) {
                var field = stated.containsKey(entry.getKey()) ? entry.getKey() : before;
                found.add(Violation.of(
                        field.name(),
                        "%1$s on %2$s is before %3$s on %4$s",
                        "%1$s（%2$s）早于 %3$s（%4$s）",
                        entry.getKey(),
                        entry.getValue(),
                        before,
                        bound));
            }
            before = entry.getKey();
        }
    }

    private void refuseUnlessActive(Map<Stage, LocalDate> days) {
        var first = days.entrySet().iterator().next();
        TimelineRules.refuseToOutliveATurn(life, first.getKey(), first.getValue());
        for (var stage : moved()) {
            var day = days.get(stage);
            if (day != null && !day.isBefore(life.birth())) {
                TimelineRules.refuseUnlessActive(life, day);
            }
        }
    }

    /** The stages with another day than before. */
    private Set<Stage> moved() {
        var moved = new HashSet<>(stated.keySet());
        life.entries().stream()
                .filter(entry -> {
                    var anew = stated.get(entry.stage());
                    return anew != null && anew.on().equals(entry.on());
                })
                .map(Entered::stage)
                .forEach(moved::remove);
        return moved;
    }
}
