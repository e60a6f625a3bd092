package org.investmentpipeline.project.statement;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.command.NewProject;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.ProjectState;
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
    private final StepBack stepBack;
    private final List<@Nullable Decision> decisions = new ArrayList<>();

    StatementCommand(
            ProjectStatements projects,
            ProjectWriter writer,
            EntityManager entities,
            DraftResolver resolver,
            CodeLookup codes,
            LocalDate asOf,
            StepBack stepBack) {
        this.projects = projects;
        this.writer = writer;
        this.entities = entities;
        this.resolver = resolver;
        this.values = new StatementValues(resolver, codes);
        this.asOf = asOf;
        this.stepBack = stepBack;
    }

    /** The decision which known project a statement is about. */
    @FunctionalInterface
    public interface Matching {
        /**
         * The project of a statement.
         *
         * @param index of the statement in its batch
         * @throws Problem when the statement is refused
         */
        Match match(int index, KnownProjects known);
    }

    /**
     * A known project that a statement is about.
     *
     * @param project null for a new one
     * @param takesCode whether the project, which has no code of its own, takes the stated one
     * @param takesName whether the project takes the stated name
     */
    public record Match(@Nullable Project project, boolean takesCode, boolean takesName) {
        public static final Match NEW = new Match(null, false, false);
    }

    /** The effect of a statement. */
    public enum Effect {
        REGISTERED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * The outcome of a statement.
     *
     * @param refusal the reason for {@link Effect#REFUSED}
     * @param notices the effects that a person should look at
     */
    public record Outcome(Effect effect, @Nullable Problem refusal, Set<StatementNotice> notices) {}

    /** A new project, or a change of a known one. */
    private sealed interface Decision permits Registration, Restatement {}

    private record Registration(NewProject project) implements Decision {}

    private record Restatement(
            long project,
            RecordedTimeline.Rewrite rewrite,
            ProjectState now,
            String code,
            String name,
            @Nullable String summary)
            implements Decision {

        void apply(Project row) {
            row.identify(code, name);
            row.summary = summary;
            row.present(now);
        }
    }

    /** Decides on a batch of statements; the outcomes are in their order. A refused statement changes nothing. */
    public List<Outcome> state(List<ProjectStatement> statements, Matching matching) {
        resolver.prepare(statements.stream()
                .map(ProjectStatement::investor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var known = projects.lock(statements);
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < statements.size(); i++) {
            try {
                outcomes.add(decide(statements.get(i), matching.match(i, known), known));
            } catch (Problem refusal) {
                decisions.add(null);
                outcomes.add(new Outcome(Effect.REFUSED, refusal, Set.of()));
            }
        }
        entities.flush();
        entities.clear();
        return outcomes;
    }

    /**
     * Withdraws the decision on a statement, which then changes nothing. An investor that it registered stays.
     *
     * @param place the number of statements before it, in all batches
     */
    public void withdraw(int place) {
        decisions.set(place, null);
    }

    /** Writes everything decided so far and not withdrawn. */
    public void write() {
        var restated = decisions(Restatement.class);
        LedgerWriter.batches(restated).forEach(this::writeRows);
        writer.write(
                decisions(Registration.class).stream()
                        .map(Registration::project)
                        .toList(),
                restated.stream().map(Restatement::rewrite).toList());
    }

    private <D extends Decision> List<D> decisions(Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void writeRows(List<Restatement> some) {
        var rows = projects.rows(some.stream().map(Restatement::project).toList());
        var versions = new LinkedHashMap<Project, Integer>();
        rows.values().forEach(row -> versions.put(row, row.version()));
        some.forEach(each -> each.apply(Objects.requireNonNull(rows.get(each.project()), "a locked row")));
        writer.raiseVersions(versions);
        entities.clear();
    }

    private Outcome decide(ProjectStatement statement, Match match, KnownProjects known) {
        var project = match.project();
        if (project == null) {
            decisions.add(new Registration(register(statement)));
            return new Outcome(Effect.REGISTERED, null, Set.of());
        }
        var before = known.life(project);
        var restated = restate(statement, match, project, before);
        decisions.add(restated);
        return restated == null
                ? new Outcome(Effect.UNCHANGED, null, Set.of())
                : new Outcome(Effect.CHANGED, null, StatementNotice.of(match, before.now(), restated.now()));
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

    private @Nullable Restatement restate(
            ProjectStatement statement, Match match, Project project, RecordedTimeline before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf).investment();
        var reconciliation = new StatementReconciliation(statement, asOf, stepBack, life);
        reconciliation.apply(values.of(statement, asOf, known));
        var changes = new ArrayList<>(reconciliation.changes());
        var code = match.takesCode() ? Objects.requireNonNull(statement.code()) : project.code;
        var name = match.takesName() ? statement.name() : project.name;
        var summary = statement.summary() == null ? project.summary : statement.summary();
        var described = Stream.of(
                        new FieldChange("code", project.code, code),
                        new FieldChange("name", project.name, name),
                        new FieldChange("summary", project.summary, summary))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
        if (!described.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null).with(described));
        }
        if (changes.isEmpty()) {
            return null;
        }
        var after = reconciliation.life();
        return new Restatement(project.id(), writer.prepare(before, after, changes), after.now(), code, name, summary);
    }
}
