package org.investmentpipeline.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.exchange.reading.CellError;
import org.investmentpipeline.exchange.reading.Statement;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.Differences;
import org.investmentpipeline.project.Project;
import org.investmentpipeline.project.Reach;
import org.investmentpipeline.project.Registrations;
import org.investmentpipeline.project.ledger.Life;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.Rules;
import org.investmentpipeline.project.ledger.Stage;
import org.investmentpipeline.security.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/** Decides for each row whether it is new, changes a known project, says nothing new, or is refused. */
final class ImportRows {
    private final StatedValues values;
    private final LocalDate asOf;
    private final ImportTally tally;
    private final Reach reach;
    private final List<Registrations.Registration> fresh = new ArrayList<>();
    private final List<Life.Rewrite> rewrites = new ArrayList<>();

    /** The first row of each code, or of each name and investor without a code. */
    private final Map<String, Integer> seen = new HashMap<>();

    /** The first row that means each known project; one may mean it by its code and another by its name. */
    private final Map<Long, Integer> meant = new HashMap<>();

    ImportRows(StatedValues values, LocalDate asOf, ImportTally tally, Reach reach) {
        this.values = values;
        this.asOf = asOf;
        this.tally = tally;
        this.reach = reach;
    }

    /** The projects to be registered, of all rows decided so far. */
    List<Registrations.Registration> fresh() {
        return fresh;
    }

    /** The changes to known projects, of all rows decided so far. */
    List<Life.Rewrite> rewrites() {
        return rewrites;
    }

    Set<String> investors(List<Statement> statements) {
        return statements.stream()
                .map(Statement::investor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Decides some rows.
     *
     * @return the known projects that they change
     */
    List<Project> decide(List<Statement> statements, KnownProjects known) {
        var changed = new ArrayList<Project>();
        for (var statement : statements) {
            if (!statement.errors().isEmpty()) {
                tally.refuse(statement.errors());
                continue;
            }
            try {
                decide(statement, known, changed);
            } catch (Problem refused) {
                tally.refuse(reasons(statement, refused));
            }
        }
        return changed;
    }

    private void decide(Statement statement, KnownProjects known, List<Project> changed) {
        var key = statement.code() == null ? statement.name() + "\0" + statement.investor() : statement.code();
        refuseRepeated(statement, seen.putIfAbsent(key, statement.row()));
        var project = known.meant(statement);
        if (project == null) {
            fresh.add(registration(statement));
            tally.created++;
            return;
        }
        refuseRepeated(statement, meant.putIfAbsent(project.id(), statement.row()));
        var rewrite = rewrite(statement, project, known.life(project));
        if (rewrite == null) {
            tally.unchanged++;
        } else {
            rewrites.add(rewrite);
            changed.add(project);
            tally.changed++;
        }
    }

    private static void refuseRepeated(Statement statement, @Nullable Integer before) {
        if (before != null) {
            throw Problem.refused(
                    statement.code() == null ? "name" : "code",
                    "row %d states the same project",
                    "第 %d 行已有同一项目",
                    before);
        }
    }

    private Registrations.Registration registration(Statement statement) {
        var birth = statement.entries().values().stream()
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        var stage = Objects.requireNonNullElse(statement.stage(), Stage.UNDER_NEGOTIATION);
        var life = Rules.register(stage, statement.entries(), asOf, values.of(statement, birth, null));
        if (statement.status() != null) {
            life = Rules.turn(life, statement.status(), asOf, statement.reason(), asOf);
        }
        reach.check(Life.none(0), life.positions());
        var project = new Project();
        project.identify(Objects.requireNonNullElse(statement.code(), ""), Objects.requireNonNull(statement.name()));
        project.landArea = statement.landArea();
        project.jobs = statement.jobs();
        project.summary = statement.summary();
        return new Registrations.Registration(project, life, Differences.registration(project, life));
    }

    private Life.@Nullable Rewrite rewrite(Statement statement, Project project, Life before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf).investment();
        var restatement = new Restatement(statement, asOf, life);
        restatement.apply(values.of(statement, asOf, known));
        reach.check(before, restatement.life().positions());
        var changes = new ArrayList<>(restatement.changes());
        var described = describe(statement, project);
        if (!described.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null).with(described));
        }
        return changes.isEmpty()
                ? null
                : new Life.Rewrite(before, restatement.life().positions(), changes);
    }

    private static List<FieldChange> describe(Statement statement, Project project) {
        var changed = new ArrayList<FieldChange>();
        if (differs(statement.landArea(), project.landArea)) {
            changed.add(change("landArea", project.landArea, statement.landArea()));
            project.landArea = statement.landArea();
        }
        if (statement.jobs() != null && !statement.jobs().equals(project.jobs)) {
            changed.add(change("jobs", project.jobs, statement.jobs()));
            project.jobs = statement.jobs();
        }
        if (statement.summary() != null && !statement.summary().equals(project.summary)) {
            changed.add(change("summary", project.summary, statement.summary()));
            project.summary = statement.summary();
        }
        return changed;
    }

    private static boolean differs(@Nullable BigDecimal stated, @Nullable BigDecimal known) {
        return stated != null && (known == null || stated.compareTo(known) != 0);
    }

    private static FieldChange change(String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(field, Differences.text(before), Differences.text(after));
    }

    private static List<CellError> reasons(Statement statement, Problem refused) {
        return refused.asViolations().stream()
                .map(violation -> new CellError(
                        statement.row(),
                        violation.field().isEmpty() ? null : column(violation.field()),
                        value(statement, column(violation.field())),
                        violation.message()))
                .toList();
    }

    /** What the row states in a column, where it is a text. */
    private static @Nullable String value(Statement statement, String column) {
        return switch (column) {
            case "code" -> statement.code();
            case "name" -> statement.name();
            case "sector" -> statement.sector();
            case "zone" -> statement.zone();
            case "department" -> statement.department();
            case "leader" -> statement.leader();
            case "officer" -> statement.officer();
            case "investment" -> Differences.text(statement.amount());
            case "agreement" -> Differences.text(statement.agreement());
            case "stage" -> Differences.text(statement.stage());
            default -> null;
        };
    }

    /** The field of a column that a rule of the ledger refers to. */
    private static String column(String field) {
        return switch (field) {
            case "stages.UNDER_NEGOTIATION" -> "negotiatedOn";
            case "stages.SIGNED" -> "signedOn";
            case "stages.GROUNDBREAKING" -> "brokeGroundOn";
            case "stages.COMPLETED" -> "completedOn";
            case "investment.currency", "investment.rate" -> "investment";
            default -> field;
        };
    }
}
