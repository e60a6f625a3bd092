package org.investmentpipeline.project.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.catalogue.rate.ExchangeRate;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.project.ledger.CodeSequence;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Registers projects: one, a batch, or those of a ledger; all or none. */
@ApplicationScoped
public class ProjectRegistration {
    /** How many projects one statement inserts. */
    private static final int BATCH = 1000;

    private final Project.Repository projects;
    private final ProjectLedger ledger;
    private final NamingLock namingLock;
    private final CodeSequence codes;
    private final Catalogue catalogue;
    private final ExchangeRate.Repository rates;
    private final Investor.Repository investors;
    private final EntityManager entities;
    private final StatelessSession session;
    private final ProjectAccess reach;
    private final Clock clock;

    public ProjectRegistration(
            Project.Repository projects,
            ProjectLedger ledger,
            NamingLock namingLock,
            CodeSequence codes,
            Catalogue catalogue,
            ExchangeRate.Repository rates,
            Investor.Repository investors,
            EntityManager entities,
            StatelessSession session,
            ProjectAccess reach,
            Clock clock) {
        this.projects = projects;
        this.ledger = ledger;
        this.namingLock = namingLock;
        this.codes = codes;
        this.catalogue = catalogue;
        this.rates = rates;
        this.investors = investors;
        this.entities = entities;
        this.session = session;
        this.reach = reach;
        this.clock = clock;
    }

    /** A new project with the life it begins with. */
    public record Registration(Project project, Timeline life, List<ProjectChange> changes) {}

    /** A look-up of what drafts and ledgers name, for one request. */
    public DraftResolver resolver() {
        return new DraftResolver(catalogue, rates, investors, reach::seesInvestor);
    }

    /** Registers drafts, all or none; violations name the draft by its place when there are several. */
    public List<ProjectWithTimeline> register(List<ProjectDraft> drafts, Function<Integer, String> place) {
        namingLock.acquire();
        var resolver = resolver();
        var today = LocalDate.now(clock);
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
                var registration = new DraftReader(resolver, today).read(drafts.get(i));
                reach.check(RecordedTimeline.none(0), registration.life().positions());
                registrations.add(registration);
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

    private List<ProjectWithTimeline> register(List<Registration> registrations) {
        ledger.write(insert(registrations));
        return registrations.stream()
                .map(registration -> new ProjectWithTimeline(registration.project(), registration.life()))
                .toList();
    }

    /**
     * Writes new projects without their lives: codes are assigned or refused.
     *
     * @return the lives, to be written last, when the clock is taken
     */
    public List<RecordedTimeline.Rewrite> insert(List<Registration> registrations) {
        registrations.forEach(registration ->
                registration.project().present(registration.life().now()));
        var fresh = registrations.stream().map(Registration::project).toList();
        assignCodes(fresh);
        entities.flush();
        for (var start = 0; start < fresh.size(); start += BATCH) {
            session.insertMultiple(fresh.subList(start, Math.min(start + BATCH, fresh.size())));
        }
        return registrations.stream()
                .map(registration -> new RecordedTimeline.Rewrite(
                        RecordedTimeline.none(registration.project().id()),
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
                    duplicates.stream().sorted().map(Project::codeTaken).toList());
        }
        var unnamed = fresh.stream().filter(project -> project.code.isEmpty()).toList();
        var free = freeCodes(unnamed.size(), seen);
        unnamed.forEach(project -> project.identify(free.remove(), project.name));
    }

    /** Codes as {@code 2023-0001}, by the year of registration; those given by hand, before or now, are passed over. */
    private Deque<String> freeCodes(int count, Set<String> stated) {
        var year = LocalDate.now(clock).getYear();
        var free = new ArrayDeque<String>();
        while (free.size() < count) {
            var wanted = count - free.size();
            var first = codes.take(year, wanted);
            var candidates = IntStream.range(first, first + wanted)
                    .mapToObj(number -> String.format(Locale.ROOT, "%04d-%04d", year, number))
                    .toList();
            var taken = projects.taken(candidates);
            candidates.stream()
                    .filter(code -> !taken.contains(code) && !stated.contains(code))
                    .forEach(free::add);
        }
        return free;
    }
}
