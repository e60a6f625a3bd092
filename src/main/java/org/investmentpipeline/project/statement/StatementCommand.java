package org.investmentpipeline.project.statement;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.command.NewProject;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.timeline.ListMembership;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Timeline;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * Takes over many statements as of one day in one transaction: registers projects that are new, restates those that are known.
 * Statements come in batches of any size, which has no influence on the result. Nothing is inserted before {@link #write}.
 */
public final class StatementCommand {
    private static final Pattern BREAK = Pattern.compile("\\R");

    private final ProjectStatements projects;
    private final ProjectWriter writer;
    private final EntityManager entities;
    private final DraftResolver resolver;
    private final StatementValues values;
    private final StatementLists lists;
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
        this.lists = new StatementLists(codes, asOf);
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
    private sealed interface Decision permits Registration, Restatement {
        /** The change of its lists, null for none. */
        @Nullable
        ListChange listed();
    }

    private record Registration(
            NewProject project, @Nullable ListChange listed) implements Decision {}

    private record Restatement(
            long project,
            RecordedTimeline.Rewrite rewrite,
            ProjectState now,
            String code,
            String name,
            Description description,
            @Nullable ListChange listed)
            implements Decision {

        void apply(Project row) {
            row.identify(code, name);
            row.describe(description);
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

    /**
     * A change of a project's lists.
     *
     * @param project null for a new one
     */
    public record ListChange(@Nullable Project project, Timeline before, Timeline after) {

        /** The codes of the lists on which the project is on other days than before. */
        public Set<String> lists() {
            var lists = new TreeSet<String>();
            Stream.of(before, after)
                    .flatMap(timeline -> timeline.positions().stream())
                    .map(position -> position.standing().lists())
                    .filter(Objects::nonNull)
                    .forEach(set -> lists.addAll(set.codes()));
            lists.removeIf(list -> ListMembership.spans(before, list).equals(ListMembership.spans(after, list)));
            return lists;
        }
    }

    /** The changes of lists that were decided so far and not withdrawn. */
    public List<ListChange> listChanges() {
        return decisions.stream()
                .filter(Objects::nonNull)
                .map(Decision::listed)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids of the investors that statements registered, refused ones among them. */
    public Collection<Long> registeredInvestors() {
        return resolver.registeredInvestors();
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
            decisions.add(register(statement));
            return new Outcome(Effect.REGISTERED, null, Set.of());
        }
        var before = known.life(project);
        var restated = restate(statement, match, project, before);
        decisions.add(restated);
        return restated == null
                ? new Outcome(Effect.UNCHANGED, null, Set.of())
                : new Outcome(Effect.CHANGED, null, StatementNotice.of(match, before.now(), restated.now()));
    }

    private Registration register(ProjectStatement statement) {
        var details = statement.details();
        var birth = Stream.concat(statement.entries().values().stream(), Stream.ofNullable(details.birth()))
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        var stage = Objects.requireNonNullElse(statement.stage(), Stage.UNDER_NEGOTIATION);
        var first = details.birth() == null ? null : details.birth().day();
        var life = TimelineRules.register(
                stage, statement.entries(), first, statement.statusDay(asOf), values.of(statement, birth, null));
        if (statement.status() != null) {
            life = TimelineRules.turn(life, statement.status(), statement.statusDay(asOf), statement.reason(), asOf);
        }
        var listed = lists.apply(statement, life);
        var fresh = writer.prepare(
                Objects.requireNonNullElse(statement.code(), ""), statement.name(), statement.description(), listed);
        return new Registration(fresh, listed == life ? null : new ListChange(null, life, listed));
    }

    private @Nullable Restatement restate(
            ProjectStatement statement, Match match, Project project, RecordedTimeline before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf);
        var reconciliation = new StatementReconciliation(statement, asOf, stepBack, life);
        reconciliation.apply(values.of(statement, asOf, known));
        var changes = new ArrayList<>(reconciliation.changes());
        var after = lists.apply(statement, reconciliation.life());
        var listed = lists.change(reconciliation.life(), after);
        listed.ifPresent(changes::add);
        var code = match.takesCode() ? Objects.requireNonNull(statement.code()) : project.code;
        var name = match.takesName() ? statement.name() : project.name;
        var description = described(statement.description(), project.description());
        var described = Stream.concat(
                        Stream.of(
                                        new FieldChange("code", project.code, code),
                                        new FieldChange("name", project.name, name))
                                .filter(change -> !Objects.equals(change.before(), change.after())),
                        description.changesFrom(project.description()).stream())
                .toList();
        if (!described.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null).with(described));
        }
        if (changes.isEmpty()) {
            return null;
        }
        var rewrite = writer.prepare(before, after, changes);
        return new Restatement(
                project.id(),
                rewrite,
                after.now(),
                code,
                name,
                description,
                listed.isEmpty() ? null : new ListChange(project, reconciliation.life(), after));
    }

    private static Description described(Description stated, Description known) {
        return new Description(
                isSame(stated.nameEn(), known.nameEn()) ? known.nameEn() : stated.nameEn(),
                isSame(stated.summary(), known.summary()) ? known.summary() : stated.summary());
    }

    /** Whether a stated text says no more than the known one: a sheet does not keep blanks at the ends and the kind of line breaks. */
    private static boolean isSame(@Nullable String stated, @Nullable String known) {
        return stated == null
                || known != null
                        && stated.equals(Text.strip(BREAK.matcher(known).replaceAll("\n")));
    }
}
