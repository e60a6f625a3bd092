package org.investmentpipeline.project.statement;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.command.NewProject;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * Takes over many statements as of one day in one transaction: registers projects that are new, restates those that are known.
 * Statements come in batches of any size, which has no influence on the result. Nothing is inserted before {@link #write}.
 */
public final class StatementCommand {
    private final ProjectStatements projects;
    private final ProjectWriter writer;
    private final EntityManager entities;
    private final DraftResolver resolver;
    private final StatementValues values;
    private final LocalDate asOf;
    private final List<NewProject> fresh = new ArrayList<>();
    private final List<RecordedTimeline.Rewrite> rewrites = new ArrayList<>();

    StatementCommand(
            ProjectStatements projects,
            ProjectWriter writer,
            EntityManager entities,
            DraftResolver resolver,
            CodeLookup codes,
            LocalDate asOf) {
        this.projects = projects;
        this.writer = writer;
        this.entities = entities;
        this.resolver = resolver;
        this.values = new StatementValues(resolver, codes);
        this.asOf = asOf;
    }

    /** The decision which known project a statement is about. */
    @FunctionalInterface
    public interface Matching {
        /**
         * The project of a statement, null for a new one.
         *
         * @param index of the statement in its batch
         * @throws Problem when the statement is refused
         */
        @Nullable
        Project match(int index, KnownProjects known);
    }

    /** The effect of a statement. */
    public enum Effect {
        REGISTERED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** @param refusal the reason for {@link Effect#REFUSED} */
    public record Outcome(Effect effect, @Nullable Problem refusal) {}

    /** Decides on a batch of statements; the outcomes are in their order. A refused statement changes nothing. */
    public List<Outcome> state(List<ProjectStatement> statements, Matching matching) {
        resolver.prepare(statements.stream()
                .map(ProjectStatement::investor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var known = projects.lock(statements);
        var outcomes = new ArrayList<Outcome>();
        var changed = new LinkedHashMap<Project, Integer>();
        for (var i = 0; i < statements.size(); i++) {
            try {
                var project = matching.match(i, known);
                outcomes.add(new Outcome(decide(statements.get(i), project, known, changed), null));
            } catch (Problem refusal) {
                outcomes.add(new Outcome(Effect.REFUSED, refusal));
            }
        }
        writer.raiseVersions(changed);
        entities.clear();
        return outcomes;
    }

    /** Writes everything decided so far. */
    public void write() {
        writer.write(fresh, rewrites);
    }

    private Effect decide(
            ProjectStatement statement, @Nullable Project project, KnownProjects known, Map<Project, Integer> changed) {
        if (project == null) {
            fresh.add(register(statement));
            return Effect.REGISTERED;
        }
        // Before the change: a later statement may add an entry of a catalogue, which flushes all changes so far.
        var version = project.version();
        var rewrite = restate(statement, project, known.life(project));
        if (rewrite == null) {
            return Effect.UNCHANGED;
        }
        rewrites.add(rewrite);
        changed.putIfAbsent(project, version);
        return Effect.CHANGED;
    }

    private NewProject register(ProjectStatement statement) {
        var birth = statement.entries().values().stream()
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        var stage = Objects.requireNonNullElse(statement.stage(), Stage.UNDER_NEGOTIATION);
        var life = TimelineRules.register(stage, statement.entries(), asOf, values.of(statement, birth, null));
        if (statement.status() != null) {
            life = TimelineRules.turn(life, statement.status(), asOf, statement.reason(), asOf);
        }
        return writer.prepare(
                Objects.requireNonNullElse(statement.code(), ""), statement.name(), statement.summary(), life);
    }

    private RecordedTimeline.@Nullable Rewrite restate(
            ProjectStatement statement, Project project, RecordedTimeline before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf).investment();
        var reconciliation = new StatementReconciliation(statement, asOf, life);
        reconciliation.apply(values.of(statement, asOf, known));
        var changes = new ArrayList<>(reconciliation.changes());
        var summary = statement.summary() == null ? project.summary : statement.summary();
        if (!Objects.equals(summary, project.summary)) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null)
                    .with(List.of(new FieldChange("summary", project.summary, summary))));
        }
        if (changes.isEmpty()) {
            return null;
        }
        var rewrite = writer.prepare(project, before, reconciliation.life(), changes);
        project.summary = summary;
        return rewrite;
    }
}
