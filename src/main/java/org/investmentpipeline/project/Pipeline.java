package org.investmentpipeline.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemType;
import org.investmentpipeline.api.Revision;
import org.investmentpipeline.api.Violation;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.ExchangeRate;
import org.investmentpipeline.catalogue.Registrar;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.project.ledger.Field;
import org.investmentpipeline.project.ledger.Ledger;
import org.investmentpipeline.project.ledger.Life;
import org.investmentpipeline.project.ledger.Moves;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.Rules;
import org.investmentpipeline.project.ledger.Stage;
import org.investmentpipeline.project.ledger.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to projects: register, amend, move, reverse, turn the status, delete. The one way in for REST and import.
 *
 * <p>Every command takes its locks in one order: the registrar where something is named, the project, and the ledger's clock
 * last; in between it decides on the life as it then stands.
 */
@ApplicationScoped
public class Pipeline {
    private final Project.Repository projects;
    private final Ledger ledger;
    private final Registrar registrar;
    private final Catalogue catalogue;
    private final ExchangeRate.Repository rates;
    private final Investor.Repository investors;
    private final EntityManager entities;
    private final StatelessSession session;
    private final Clock clock;

    public Pipeline(
            Project.Repository projects,
            Ledger ledger,
            Registrar registrar,
            Catalogue catalogue,
            ExchangeRate.Repository rates,
            Investor.Repository investors,
            EntityManager entities,
            StatelessSession session,
            Clock clock) {
        this.projects = projects;
        this.ledger = ledger;
        this.registrar = registrar;
        this.catalogue = catalogue;
        this.rates = rates;
        this.investors = investors;
        this.entities = entities;
        this.session = session;
        this.clock = clock;
    }

    /** A new project with the life it begins with. */
    public record Registration(Project project, Timeline life, List<ProjectChange> changes) {}

    /** The bureau's today. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A look-up of what drafts and ledgers name, for one request. */
    public Resolver resolver() {
        return new Resolver(catalogue, rates, investors);
    }

    /** Registers drafts, all or none; violations name the draft by its place when there are several. */
    public List<Project> register(List<ProjectDraft> drafts, Function<Integer, String> place) {
        registrar.enter();
        var resolver = resolver();
        resolver.prepare(drafts.stream()
                .map(ProjectDraft::investor)
                .filter(Objects::nonNull)
                .map(ProjectDraft.InvestorDraft::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var found = new ArrayList<Violation>();
        @Nullable ProblemType type = null;
        var registrations = new ArrayList<Registration>();
        for (var i = 0; i < drafts.size(); i++) {
            try {
                registrations.add(new Registering(resolver, today()).read(drafts.get(i)));
            } catch (Problem refused) {
                var prefix = place.apply(i);
                type = type == null || type == refused.type() ? refused.type() : ProblemType.REFUSED;
                refused.asViolations()
                        .forEach(violation -> found.add(prefix.isEmpty() ? violation : violation.within(prefix)));
            }
        }
        if (type != null) {
            throw Problem.of(type, found);
        }
        return register(registrations);
    }

    private List<Project> register(List<Registration> registrations) {
        ledger.write(insert(registrations));
        return registrations.stream().map(Registration::project).toList();
    }

    /**
     * Writes new projects without their lives: codes are assigned or refused.
     *
     * @return the lives, to be written last, when the clock is taken
     */
    public List<Life.Rewrite> insert(List<Registration> registrations) {
        var fresh = registrations.stream().map(Registration::project).toList();
        assignCodes(fresh);
        entities.flush();
        session.insertMultiple(fresh);
        return registrations.stream()
                .map(registration -> new Life.Rewrite(
                        Life.none(registration.project().id()),
                        registration.life().positions(),
                        registration.changes()))
                .toList();
    }

    private void assignCodes(List<Project> fresh) {
        var stated = fresh.stream()
                .map(project -> project.code)
                .filter(code -> !code.isEmpty())
                .toList();
        var duplicates = projects.taken(stated);
        var seen = new HashSet<String>();
        stated.stream().filter(code -> !seen.add(code)).forEach(duplicates::add);
        if (!duplicates.isEmpty()) {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    "The code %s exists already.",
                    "代码 %s 已存在。",
                    duplicates.iterator().next());
        }
        var unnamed = fresh.stream().filter(project -> project.code.isEmpty()).toList();
        var free = freeCodes(unnamed.size());
        unnamed.forEach(project -> project.code = free.remove());
    }

    /** Codes as {@code 2023-0001}, by the year of registration; those that somebody gave by hand are passed over. */
    private Deque<String> freeCodes(int count) {
        var year = today().getYear();
        var free = new ArrayDeque<String>();
        while (free.size() < count) {
            var wanted = count - free.size();
            var first = registrar.numbers(year, wanted);
            var candidates = IntStream.range(first, first + wanted)
                    .mapToObj(number -> String.format(Locale.ROOT, "%04d-%04d", year, number))
                    .toList();
            var taken = projects.taken(candidates);
            candidates.stream().filter(code -> !taken.contains(code)).forEach(free::add);
        }
        return free;
    }

    /** Changes description and ledger fields; the latter take effect on a day, today unless stated. */
    public Project amend(long id, @Nullable String ifMatch, Amendment amendment, @Nullable LocalDate effectiveOn) {
        registrar.enter();
        var project = projects.lock(id);
        Revision.require(ifMatch, project.version);
        var day = effectiveOn == null ? today() : effectiveOn;
        var before = ledger.life(id);
        var life = before.timeline();
        var changes = amendment.onLedger(resolver(), life, day);
        var amended = Rules.amend(life, day, changes, today());
        var values = amendment.describe(project);
        refuseTakenCode(project);
        values.addAll(Differences.between(life, amended, day, changes.keySet()));
        if (!values.isEmpty()) {
            write(
                    project,
                    before,
                    amended,
                    ProjectChange.of(ProjectChange.Kind.AMENDED, day, null).with(values));
        }
        return project;
    }

    private void refuseTakenCode(Project project) {
        var other = entities.createQuery(
                        "select count(p) from Project p where p.code = :code and p.id <> :id", Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("code", project.code)
                .setParameter("id", project.id())
                .getSingleResult();
        if (other > 0) {
            throw Problem.of(ProblemType.DUPLICATE, "The code %s exists already.", "代码 %s 已存在。", project.code);
        }
    }

    /** Moves a project forward. */
    public Project move(long id, @Nullable String ifMatch, MoveDraft draft) {
        var project = projects.lock(id);
        Revision.check(ifMatch, project.version);
        var before = ledger.life(id);
        var life = before.timeline();
        var on = draft.on() == null ? today() : draft.on();
        var moved = Moves.move(life, draft.to(), on, stated(draft.via()), riding(draft, life, on), today());
        write(project, before, moved, Differences.moves(life, moved, draft.note()));
        return project;
    }

    private Map<Field, @Nullable Object> riding(MoveDraft draft, Timeline life, LocalDate on) {
        var riding = new EnumMap<Field, @Nullable Object>(Field.class);
        if (draft.agreement() != null) {
            riding.put(Field.AGREEMENT, draft.agreement());
        }
        var investment = draft.investment();
        if (investment != null) {
            var found = new ArrayList<Violation>();
            var day = Objects.requireNonNullElse(stated(draft.via()).get(Stage.SIGNED), on);
            var known = day.isBefore(life.birth()) ? null : life.on(day).investment();
            riding.put(
                    Field.INVESTMENT,
                    resolver()
                            .investment(
                                    investment.amount(), investment.currency(), investment.rate(), day, known, found));
            Problem.refuseIfAny(found);
        }
        return riding;
    }

    static <K extends Enum<K>, V> Map<K, V> stated(@Nullable Map<K, @Nullable V> map) {
        return map == null
                ? Map.of()
                : map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(
                                Collectors.toMap(Map.Entry::getKey, entry -> Objects.requireNonNull(entry.getValue())));
    }

    /** Reverses the latest move: it never happened. */
    public Project reverse(long id, @Nullable String ifMatch, long moveId, String reason) {
        var project = projects.lock(id);
        Revision.check(ifMatch, project.version);
        var move = entities.find(ProjectChange.class, moveId);
        if (move == null || move.projectId != id || move.kind != ProjectChange.Kind.MOVED || move.stage == null) {
            throw Problem.notFound("move", moveId);
        }
        if (reversed(moveId)) {
            throw Problem.of(ProblemType.STAGE_ORDER, "The move %d is reversed already.", "推进 %d 已被撤销。", moveId);
        }
        var before = ledger.life(id);
        var life = before.timeline();
        var change = ProjectChange.ofStage(
                ProjectChange.Kind.REVERSED, move.stage, life.latest().on(), reason);
        change.reverses = moveId;
        var after = Moves.reverse(life, move.stage);
        write(
                project,
                before,
                after,
                change.with(List.of(
                        Differences.stage(life.now().stage(), after.now().stage()))));
        return project;
    }

    private boolean reversed(long moveId) {
        return entities.createQuery("select count(c) from ProjectChange c where c.reverses = :move", Long.class)
                        .setParameter("move", moveId)
                        .getSingleResult()
                > 0;
    }

    /** Suspends, withdraws, resumes or reopens a project. */
    public Project turn(long id, @Nullable String ifMatch, MoveDraft.StatusDraft draft) {
        var project = projects.lock(id);
        Revision.check(ifMatch, project.version);
        var before = ledger.life(id);
        var life = before.timeline();
        var on = draft.on() == null ? today() : draft.on();
        var turned = Rules.turn(life, draft.status(), on, draft.reason(), today());
        if (turned != life) {
            var change = ProjectChange.of(ProjectChange.Kind.STATUS_CHANGED, on, draft.reason());
            write(project, before, turned, change.with(List.of(Differences.status(life.now(), turned.now()))));
        }
        return project;
    }

    /** Deletes a project registered by mistake; its row and code stay. */
    public void delete(long id, @Nullable String ifMatch) {
        var project = projects.lock(id);
        Revision.require(ifMatch, project.version);
        project.deleted = true;
        write(project, ledger.life(id), null, ProjectChange.of(ProjectChange.Kind.DELETED, null, null));
    }

    private void write(Project project, Life before, @Nullable Timeline after, ProjectChange change) {
        write(project, before, after, List.of(change));
    }

    private void write(Project project, Life before, @Nullable Timeline after, List<ProjectChange> changes) {
        entities.lock(project, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entities.flush();
        ledger.write(List.of(new Life.Rewrite(before, after == null ? List.of() : after.positions(), changes)));
    }
}
