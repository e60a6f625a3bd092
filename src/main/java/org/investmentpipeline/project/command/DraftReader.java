package org.investmentpipeline.project.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.PlainFields;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.jspecify.annotations.Nullable;

/** Reads the first timeline of a new project from a draft. */
record DraftReader(DraftResolver resolver, LocalDate today) {

    Timeline read(ProjectDraft draft) {
        var found = new ArrayList<Violation>();
        var stage = Objects.requireNonNullElse(draft.stage(), Stage.UNDER_NEGOTIATION);
        var stated = stated(draft, stage);
        var birth = stated.values().stream()
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        var values = values(draft, birth, found);
        @Nullable Timeline life = null;
        try {
            life = TimelineRules.register(stage, stated, today, values);
        } catch (Problem refused) {
            found.addAll(refused.asViolations());
        }
        Problem.refuseIfAny(found);
        return Objects.requireNonNull(life);
    }

    /** A project under negotiation without a day enters that stage today; for a later stage, a missing day stays unknown. */
    private Map<Stage, StatedDay> stated(ProjectDraft draft, Stage stage) {
        var stated = ProjectCommands.stated(draft.stages()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> StatedDay.exactly(entry.getValue())));
        if (stage == Stage.UNDER_NEGOTIATION) {
            stated.putIfAbsent(stage, StatedDay.exactly(today));
        }
        return stated;
    }

    private Map<Field, @Nullable Object> values(ProjectDraft draft, LocalDate birth, List<Violation> found) {
        var values = new EnumMap<Field, @Nullable Object>(Field.class);
        resolver.code(Field.SECTOR, draft.sector(), values, found);
        resolver.code(Field.ZONE, draft.zone(), values, found);
        resolver.code(Field.DEPARTMENT, draft.department(), values, found);
        resolver.investor(draft.investor(), values, found);
        PlainFields.PLAIN.keySet().forEach(field -> values.put(field, draft.plain(field)));
        values.put(Field.KEY, Boolean.TRUE.equals(draft.key()));
        values.put(Field.LEADER, Amendment.person("leader", draft.leader(), found));
        values.put(Field.OFFICER, Amendment.person("officer", draft.officer(), found));
        var investment = draft.investment();
        if (investment != null) {
            values.put(
                    Field.INVESTMENT,
                    resolver.investment(
                            investment.amount(), investment.currency(), investment.rate(), birth, null, found));
        }
        return values;
    }
}
