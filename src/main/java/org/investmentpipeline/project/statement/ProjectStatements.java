package org.investmentpipeline.project.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.input.name.NameKey;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.investor.PendingInvestors;
import org.investmentpipeline.project.command.AssignedCodes;
import org.investmentpipeline.project.command.ProjectRegistration;
import org.investmentpipeline.project.command.ProjectWriter;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.query.ProjectAccess;
import org.jspecify.annotations.Nullable;

/** Starts commands that take over statements of other sources, and reads the projects these may be about. */
@ApplicationScoped
public class ProjectStatements {
    private final NamingLock namingLock;
    private final Project.Repository projects;
    private final ProjectLedger ledger;
    private final Investor.Repository investors;
    private final ProjectAccess reach;
    private final ProjectRegistration registrations;
    private final ProjectWriter writer;
    private final AssignedCodes assignedCodes;
    private final EntityManager entities;
    private final StatelessSession session;

    public ProjectStatements(
            NamingLock namingLock,
            Project.Repository projects,
            ProjectLedger ledger,
            Investor.Repository investors,
            ProjectAccess reach,
            ProjectRegistration registrations,
            ProjectWriter writer,
            AssignedCodes assignedCodes,
            EntityManager entities,
            StatelessSession session) {
        this.namingLock = namingLock;
        this.projects = projects;
        this.ledger = ledger;
        this.investors = investors;
        this.reach = reach;
        this.registrations = registrations;
        this.writer = writer;
        this.assignedCodes = assignedCodes;
        this.entities = entities;
        this.session = session;
    }

    /**
     * A command within the current transaction. Registrations of others wait until the transaction ends.
     *
     * @param asOf the day that the statements describe
     * @param isTrial whether nothing will be written, so that nobody has to wait
     */
    public StatementCommand begin(LocalDate asOf, CodeLookup codes, StepBack stepBack, boolean isTrial) {
        if (!isTrial) {
            namingLock.acquire();
        }
        var pending = new PendingInvestors(session, isTrial);
        return new StatementCommand(
                statements -> known(statements, !isTrial),
                this::rows,
                writer,
                entities,
                registrations.resolver(name -> pending.add()),
                pending,
                codes,
                asOf,
                stepBack);
    }

    /** The projects that statements may be about: by code, or by name where a statement has no known code or another name. */
    private KnownProjects known(List<ProjectStatement> statements, boolean locks) {
        var coded = projects.coded(
                statements.stream()
                        .map(ProjectStatement::code)
                        .filter(Objects::nonNull)
                        .toList(),
                locks);
        var byCode = coded.stream().collect(Collectors.toMap(project -> project.code, Function.identity()));
        var named = projects.named(
                statements.stream()
                        .filter(statement ->
                                isNamed(statement, statement.code() == null ? null : byCode.get(statement.code())))
                        .map(ProjectStatement::name)
                        .toList(),
                locks);
        var ids = Stream.concat(coded.stream(), named.stream())
                .map(Project::id)
                .distinct()
                .toList();
        var lives = ledger.lives(ids);
        var names = investors.names(lives.values().stream()
                .map(life -> life.now().investor())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new KnownProjects(
                coded,
                named,
                lives,
                names,
                reach::sees,
                reach.revivable(coded),
                withoutOwnCode(named, statements, byCode.keySet()));
    }

    /** The rows of locked projects, by id. */
    private Map<Long, Project> rows(List<Long> ids) {
        return projects.all(ids).stream().collect(Collectors.toMap(Project::id, Function.identity()));
    }

    /** Those of the named projects to which an unknown code may be given. */
    private Set<Long> withoutOwnCode(List<Project> named, List<ProjectStatement> statements, Set<String> known) {
        var names = statements.stream()
                .filter(statement -> statement.code() != null && !known.contains(statement.code()))
                .map(statement -> NameKey.of(statement.name()))
                .collect(Collectors.toSet());
        return assignedCodes.among(named.stream()
                .filter(project -> names.contains(NameKey.of(project.name)))
                .toList());
    }

    private static boolean isNamed(ProjectStatement statement, @Nullable Project coded) {
        return coded == null || !coded.deleted && !NameKey.of(coded.name).equals(NameKey.of(statement.name()));
    }
}
