package org.investmentpipeline.project.statement;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.investmentpipeline.investor.PendingInvestors;
import org.investmentpipeline.ledger.LedgerWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.DraftResolver;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.statement.Decision.Registration;
import org.investmentpipeline.project.statement.Decision.Restatement;
import org.investmentpipeline.project.timeline.Field;
import org.jspecify.annotations.Nullable;

/**
 * Takes over many statements as of one day in one transaction: registers projects that are new, restates those that are known.
 * Statements come in batches of any size, which has no influence on the result. Nothing is inserted before {@link #write}.
 */
public final class StatementCommand {
    private final Function<List<ProjectStatement>, KnownProjects> known;
    private final Function<List<Long>, Map<Long, Project>> rows;
    private final ProjectWriter writer;
    private final EntityManager entities;
    private final DraftResolver resolver;
    private final PendingInvestors investors;
    private final CodeLookup codes;
    private final StatementDecider decider;
    private final List<@Nullable Decision> decisions = new ArrayList<>();
    private final List<Long> registeredInvestors = new ArrayList<>();

    StatementCommand(
            Function<List<ProjectStatement>, KnownProjects> known,
            Function<List<Long>, Map<Long, Project>> rows,
            ProjectWriter writer,
            EntityManager entities,
            DraftResolver resolver,
            PendingInvestors investors,
            CodeLookup codes,
            LocalDate asOf,
            StepBack stepBack) {
        this.known = known;
        this.rows = rows;
        this.writer = writer;
        this.entities = entities;
        this.resolver = resolver;
        this.investors = investors;
        this.codes = codes;
        this.decider = new StatementDecider(
                writer, new StatementValues(resolver, codes), new StatementLists(codes, asOf), asOf, stepBack);
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
     * @param resembles whether another project, of the register or of an earlier statement, has the name of a new one
     */
    public record Match(@Nullable Project project, boolean takesCode, boolean takesName, boolean resembles) {
        public static final Match NEW = new Match(null, false, false, false);

        public Match(Project project, boolean takesCode, boolean takesName) {
            this(project, takesCode, takesName, false);
        }

        /** The same for a project whose name another one has. */
        public Match resembling() {
            return new Match(project, takesCode, takesName, true);
        }
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

    /** Decides on a batch of statements; the outcomes are in their order. A refused statement changes nothing. */
    public List<Outcome> state(List<ProjectStatement> statements, Matching matching) {
        resolver.prepare(statements.stream()
                .map(ProjectStatement::investor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var candidates = known.apply(statements);
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < statements.size(); i++) {
            try {
                outcomes.add(decide(statements.get(i), matching.match(i, candidates), candidates));
            } catch (Problem refusal) {
                decisions.add(null);
                outcomes.add(new Outcome(Effect.REFUSED, refusal, Set.of()));
            }
        }
        entities.clear();
        return outcomes;
    }

    /**
     * Withdraws the decision on a statement, which then changes nothing.
     *
     * @param place the number of statements before it, in all batches
     */
    public void withdraw(int place) {
        decisions.set(place, null);
    }

    /** The changes of lists that were decided so far and not withdrawn. */
    public List<ListChange> listChanges() {
        return decisions.stream()
                .filter(Objects::nonNull)
                .map(Decision::listed)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids of the investors that {@link #write} registered. */
    public List<Long> registeredInvestors() {
        return List.copyOf(registeredInvestors);
    }

    /** Writes everything decided so far and not withdrawn, and the investors and catalogue entries that this needs. */
    public void write() {
        addNamed();
        var restated = decisions(Restatement.class);
        LedgerWriter.batches(restated).forEach(this::writeRows);
        writer.write(
                decisions(Registration.class).stream()
                        .map(Registration::project)
                        .toList(),
                restated.stream().map(Restatement::rewrite).toList());
    }

    private void addNamed() {
        var names = new LinkedHashMap<Long, String>();
        var used = new EnumMap<Field, Set<String>>(Field.class);
        for (var decision : decisions(Decision.class)) {
            if (decision.investor() != null) {
                names.putIfAbsent(resolver.investorNamed(decision.investor()), decision.investor());
            }
            for (var position : decision.positions()) {
                CodeLookup.EXTENSIBLE.forEach(field -> {
                    if (field.of(position.standing()) instanceof String code) {
                        used.computeIfAbsent(field, any -> new HashSet<>()).add(code);
                    }
                });
            }
        }
        codes.add(used);
        registeredInvestors.addAll(investors.store(names));
    }

    private <D extends Decision> List<D> decisions(Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void writeRows(List<Restatement> some) {
        var rows = this.rows.apply(some.stream().map(Restatement::project).toList());
        var versions = new LinkedHashMap<Project, Integer>();
        rows.values().forEach(row -> versions.put(row, row.version()));
        some.forEach(each -> each.apply(Objects.requireNonNull(rows.get(each.project()), "a locked row")));
        writer.raiseVersions(versions);
        entities.clear();
    }

    private Outcome decide(ProjectStatement statement, Match match, KnownProjects known) {
        var project = match.project();
        if (project == null) {
            decisions.add(decider.register(statement));
            return new Outcome(
                    Effect.REGISTERED, null, match.resembles() ? Set.of(StatementNotice.POSSIBLE_DUPLICATE) : Set.of());
        }
        var before = known.life(project);
        var restated = decider.restate(statement, match, project, before);
        decisions.add(restated);
        return restated == null
                ? new Outcome(Effect.UNCHANGED, null, Set.of())
                : new Outcome(Effect.CHANGED, null, StatementNotice.of(match, before.now(), restated.now()));
    }
}
