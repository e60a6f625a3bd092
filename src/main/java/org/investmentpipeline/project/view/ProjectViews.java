package org.investmentpipeline.project.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.tier.SizeTierEdge;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.ledger.LedgerRow;
import org.investmentpipeline.money.SizeTiers;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.ledger.ProjectWithTimeline;
import org.investmentpipeline.project.ledger.RecordedPosition;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.security.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Shows projects: one with its moves, its timeline, its history, and pages of many. */
@ApplicationScoped
public class ProjectViews {
    private final EntityManager entities;
    private final ProjectAccess reach;
    private final ProjectLedger ledger;
    private final SizeTierEdge.Repository edges;
    private final Investor.Repository investors;
    private final ProjectMapper mapper;
    private final AuditTrail trail;

    public ProjectViews(
            EntityManager entities,
            ProjectAccess reach,
            ProjectLedger ledger,
            SizeTierEdge.Repository edges,
            Investor.Repository investors,
            ProjectMapper mapper,
            AuditTrail trail) {
        this.entities = entities;
        this.reach = reach;
        this.ledger = ledger;
        this.edges = edges;
        this.investors = investors;
        this.mapper = mapper;
        this.trail = trail;
    }

    /** A project that was not deleted and is within the zones of the user; 404 for any other. */
    public ProjectWithTimeline get(long id) {
        return ledger.find(id)
                .filter(found -> reach.sees(found.timeline()))
                .orElseThrow(() -> Problem.notFound(Project.NOUN, id));
    }

    /** One project as known now, with its moves. */
    public ProjectView one(ProjectWithTimeline known) {
        var project = known.project();
        var life = known.timeline();
        var stages = new EnumMap<Stage, LocalDate>(Stage.class);
        life.entries().stream()
                .filter(entry -> entry.stated() != null)
                .forEach(entry -> stages.put(entry.stage(), entry.on()));
        var tiers = edges.tiersNow();
        return view(project, life.now(), stages, tiers, moves(known), names(List.of(life.now())));
    }

    private List<ProjectView.Move> moves(ProjectWithTimeline known) {
        var life = known.timeline();
        var standing = new EnumMap<Stage, ProjectChange>(Stage.class);
        var reversed = new HashSet<Long>();
        var changes = changes(known.project().id(), known.until());
        var undone = changes.stream().map(change -> change.undoes).collect(Collectors.toSet());
        for (var change : changes) {
            if (undone.contains(change.recordedAt)) {
                continue;
            }
            if (change.reverses != null) {
                reversed.add(change.reverses);
            } else if (change.kind == ProjectChange.Kind.MOVED
                    && change.stage != null
                    && !reversed.contains(change.id)) {
                standing.putIfAbsent(change.stage, change);
            }
        }
        var moves = new ArrayList<ProjectView.Move>();
        for (var i = 1; i < life.entries().size(); i++) {
            var entry = life.entries().get(i);
            var move = Objects.requireNonNull(standing.get(entry.stage()), "every later stage has its move");
            moves.add(new ProjectView.Move(
                    Objects.requireNonNull(move.id),
                    life.entries().get(i - 1).stage(),
                    entry.stage(),
                    entry.on(),
                    entry.stated(),
                    life.entered(entry.stage()).agreement(),
                    move.note));
        }
        return moves;
    }

    /** Those recorded until a moment, the latest first. */
    private List<ProjectChange> changes(long project, Instant until) {
        return entities.createQuery(
                        "from ProjectChange c where c.projectId = :project and c.recordedAt <= :until order by c.id desc",
                        ProjectChange.class)
                .setParameter("project", project)
                .setParameter("until", until)
                .getResultList();
    }

    public ProjectView.History history(long id) {
        var project = reach.get(id);
        var changes = changes(project.id(), LedgerClock.OPEN);
        var actors = trail.by(changes.stream()
                .map(change -> change.auditId)
                .filter(Objects::nonNull)
                .toList());
        return new ProjectView.History(changes.stream()
                .map(change -> mapper.toView(change, actors.get(change.auditId)))
                .toList());
    }

    /** All positions ever recorded of a project, by knowledge and then by day. */
    public ProjectView.TimelineView timeline(long id) {
        var project = reach.get(id);
        var rows = entities.createQuery(
                        "from RecordedPosition p where p.projectId = :project order by p.recordedAt, p.from, p.ordinal",
                        RecordedPosition.class)
                .setParameter("project", project.id())
                .getResultList();
        var names = names(rows.stream().map(RecordedPosition::standing).toList());
        return new ProjectView.TimelineView(rows.stream()
                .map(row -> mapper.toView(row, row.position(), investor(row.standing(), names)))
                .toList());
    }

    /** A page of projects, each as one of the given positions has it. */
    List<ProjectView> many(List<Row> rows, LocalDate asOf, Instant knownAt, SizeTiers tiers) {
        var stages = stages(rows.stream().map(row -> row.project().id()).toList(), asOf, knownAt);
        var names = names(rows.stream().map(row -> row.position().standing()).toList());
        return rows.stream()
                .map(row -> view(
                        row.project(),
                        row.position().standing(),
                        stages.getOrDefault(row.project().id(), Map.of()),
                        tiers,
                        null,
                        names))
                .toList();
    }

    /** A project with one of its positions. */
    record Row(RecordedPosition position, Project project) {}

    private Map<Long, Map<Stage, LocalDate>> stages(Collection<Long> ids, LocalDate asOf, Instant knownAt) {
        var found = new HashMap<Long, Map<Stage, LocalDate>>();
        if (ids.isEmpty()) {
            return found;
        }
        entities.createQuery(
                        "select p.projectId, p.state.stage, p.from from RecordedPosition p where p.projectId in :projects"
                                + " and p.entry = true and p.from <= :asOf and "
                                + LedgerRow.known("p", ":knownAt"),
                        Object[].class)
                .setParameter("projects", ids)
                .setParameter("asOf", asOf)
                .setParameter("knownAt", knownAt)
                .getResultList()
                .forEach(row -> found.computeIfAbsent((Long) row[0], any -> new EnumMap<>(Stage.class))
                        .put((Stage) row[1], (LocalDate) row[2]));
        return found;
    }

    private ProjectView view(
            Project project,
            ProjectState standing,
            Map<Stage, LocalDate> stages,
            SizeTiers tiers,
            @Nullable List<ProjectView.Move> moves,
            Map<Long, String> names) {
        var investment = standing.investment();
        var size = investment == null ? null : tiers.of(investment.cny()).code();
        return mapper.toView(project, standing, investor(standing, names), size, stages, moves);
    }

    private Map<Long, String> names(List<ProjectState> standings) {
        return investors.names(standings.stream()
                .map(ProjectState::investor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static ProjectView.@Nullable InvestorView investor(ProjectState standing, Map<Long, String> names) {
        var id = standing.investor();
        return id == null ? null : new ProjectView.InvestorView(id, Objects.requireNonNull(names.get(id)));
    }
}
