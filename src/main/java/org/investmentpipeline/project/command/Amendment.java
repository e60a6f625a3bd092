package org.investmentpipeline.project.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch with the names it states: what is not named stays.
 *
 * @param named the names of the properties that the patch states, those set to null among them
 */
public record Amendment(ProjectPatch patch, Set<String> named) {

    /** Whether the patch names what the naming lock protects: a code of the project's own, or what others may name, too. */
    boolean namesOthers() {
        return named.contains("code")
                || Stream.of(Field.SECTOR, Field.ZONE, Field.DEPARTMENT, Field.INVESTOR)
                        .map(Field::json)
                        .anyMatch(named::contains);
    }

    /** The changes of ledger fields from a day on. */
    Map<Field, @Nullable Object> onLedger(DraftResolver resolver, Timeline life, LocalDate day) {
        var found = new ArrayList<Violation>();
        var changes = new EnumMap<Field, @Nullable Object>(Field.class);
        for (var field : Field.values()) {
            if (named.contains(field.json())) {
                add(field, resolver, life, day, changes, found);
            }
        }
        Problem.refuseIfAny(found);
        return changes;
    }

    private void add(
            Field field,
            DraftResolver resolver,
            Timeline life,
            LocalDate day,
            Map<Field, @Nullable Object> changes,
            List<Violation> found) {
        switch (field) {
            case SECTOR -> resolver.code(field, patch.sector(), changes, found);
            case ZONE -> resolver.code(field, patch.zone(), changes, found);
            case DEPARTMENT -> resolver.code(field, patch.department(), changes, found);
            case INVESTOR -> resolver.investor(patch.investor(), changes, found);
            case ORIGIN, AGREEMENT, LAND_AREA, JOBS -> changes.put(field, patch.plain(field));
            case KEY -> changes.put(field, mandatory("key", patch.key(), found));
            case LEADER -> changes.put(field, person("leader", patch.leader(), found));
            case OFFICER -> changes.put(field, person("officer", patch.officer(), found));
            case INVESTMENT -> changes.put(field, investment(resolver, life, day, found));
            case LISTS -> throw new IllegalArgumentException("a patch has no lists");
        }
    }

    /** A person's name; the word for absence is no name. */
    public static @Nullable String person(String field, @Nullable String stated, List<Violation> found) {
        var name = stated == null ? null : Text.strip(stated);
        if (Unknown.WORD.equals(name)) {
            found.add(Unknown.violation(field));
        }
        return name;
    }

    private @Nullable Investment investment(
            DraftResolver resolver, Timeline life, LocalDate day, List<Violation> found) {
        var stated = patch.investment();
        if (stated == null) {
            return null;
        }
        var before = day.isBefore(life.birth()) ? null : life.on(day).investment();
        var amount = stated.amount() == null && before != null ? before.amount() : stated.amount();
        var currency = stated.currency() == null && before != null ? before.currency() : stated.currency();
        if (amount == null) {
            found.add(Violation.of("investment.amount", "is missing", "缺少"));
            return null;
        }
        return resolver.investment(amount, currency, stated.rate(), day, before, found);
    }

    /** Changes the description and answers what changed. */
    List<FieldChange> describe(Project project) {
        var found = new ArrayList<Violation>();
        var changed = new ArrayList<FieldChange>();
        change(
                "code",
                project.code,
                stripped(patch.code()),
                changed,
                v -> project.identify(mandatory("code", v, found), project.name));
        change(
                "name",
                project.name,
                stripped(patch.name()),
                changed,
                v -> project.identify(project.code, mandatory("name", v, found)));
        Problem.refuseIfAny(found);
        var before = project.description();
        var after = new Description(
                named.contains("nameEn") ? stripped(patch.nameEn()) : before.nameEn(),
                named.contains("summary") ? patch.summary() : before.summary());
        changed.addAll(after.changesFrom(before));
        project.describe(after);
        return changed;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : Text.strip(text);
    }

    private <T> void change(
            String name, @Nullable T before, @Nullable T after, List<FieldChange> changed, Consumer<@Nullable T> set) {
        if (named.contains(name) && !Objects.equals(before, after)) {
            set.accept(after);
            changed.add(new FieldChange(name, ChangeDiff.text(before), ChangeDiff.text(after)));
        }
    }

    private static <T> T mandatory(String field, @Nullable T value, List<Violation> found) {
        if (value == null) {
            found.add(Violation.of(field, "cannot be taken away", "不能去掉"));
            throw Problem.refused(found);
        }
        return value;
    }
}
