package org.investmentpipeline.spreadsheet.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.command.ProjectRegistration;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectChange;
import org.investmentpipeline.project.ledger.RecordedTimeline;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.TimelineRules;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.jspecify.annotations.Nullable;

/** Decides for each row whether it is new, changes a known project, says nothing new, or is refused. */
final class ImportRows {
    private final StatedValues values;
    private final LocalDate asOf;
    private final ImportTally tally;
    private final ProjectAccess reach;
    private final List<ProjectRegistration.Registration> fresh = new ArrayList<>();
    private final List<RecordedTimeline.Rewrite> rewrites = new ArrayList<>();

    /** The first row of each code, or of each name and investor without a code. */
    private final Map<String, Integer> seen = new HashMap<>();

    /** The first row that means each known project; one may mean it by its code and another by its name. */
    private final Map<Long, Integer> meant = new HashMap<>();

    ImportRows(StatedValues values, LocalDate asOf, ImportTally tally, ProjectAccess reach) {
        this.values = values;
        this.asOf = asOf;
        this.tally = tally;
        this.reach = reach;
    }

    /** The projects to be registered, of all rows decided so far. */
    List<ProjectRegistration.Registration> fresh() {
        return fresh;
    }

    /** The changes to known projects, of all rows decided so far. */
    List<RecordedTimeline.Rewrite> rewrites() {
        return rewrites;
    }

    Set<String> investors(List<ImportRow> statements) {
        return statements.stream()
                .map(ImportRow::investor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Decides some rows.
     *
     * @return the known projects that they change
     */
    List<Project> decide(List<ImportRow> statements, ProjectMatcher known) {
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

    private void decide(ImportRow statement, ProjectMatcher known, List<Project> changed) {
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

    private static void refuseRepeated(ImportRow statement, @Nullable Integer before) {
        if (before != null) {
            throw Problem.refused(
                    statement.code() == null ? "name" : "code",
                    "row %d states the same project",
                    "第 %d 行已有同一项目",
                    before);
        }
    }

    private ProjectRegistration.Registration registration(ImportRow statement) {
        var birth = statement.entries().values().stream()
                .map(StatedDay::day)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        var stage = Objects.requireNonNullElse(statement.stage(), Stage.UNDER_NEGOTIATION);
        var life = TimelineRules.register(stage, statement.entries(), asOf, values.of(statement, birth, null));
        if (statement.status() != null) {
            life = TimelineRules.turn(life, statement.status(), asOf, statement.reason(), asOf);
        }
        reach.check(RecordedTimeline.none(0), life.positions());
        var project = new Project();
        project.identify(Objects.requireNonNullElse(statement.code(), ""), Objects.requireNonNull(statement.name()));
        project.summary = statement.summary();
        return new ProjectRegistration.Registration(project, life, ChangeDiff.registration(project, life));
    }

    private RecordedTimeline.@Nullable Rewrite rewrite(ImportRow statement, Project project, RecordedTimeline before) {
        var life = before.timeline();
        var known = asOf.isBefore(life.birth()) ? null : life.on(asOf).investment();
        var restatement = new RowReconciliation(statement, asOf, life);
        restatement.apply(values.of(statement, asOf, known));
        reach.check(before, restatement.life().positions());
        var changes = new ArrayList<>(restatement.changes());
        var described = describe(statement, project);
        if (!described.isEmpty()) {
            changes.add(ProjectChange.of(ProjectChange.Kind.AMENDED, null, null).with(described));
        }
        if (changes.isEmpty()) {
            return null;
        }
        project.present(restatement.life().now());
        return new RecordedTimeline.Rewrite(before, restatement.life().positions(), changes);
    }

    private static List<FieldChange> describe(ImportRow statement, Project project) {
        var changed = new ArrayList<FieldChange>();
        if (statement.summary() != null && !statement.summary().equals(project.summary)) {
            changed.add(new FieldChange("summary", project.summary, statement.summary()));
            project.summary = statement.summary();
        }
        return changed;
    }

    private static List<CellError> reasons(ImportRow statement, Problem refused) {
        return refused.asViolations().stream()
                .map(violation -> new CellError(
                        statement.row(),
                        violation.field().isEmpty() ? null : column(violation.field()),
                        value(statement, column(violation.field())),
                        violation.message()))
                .toList();
    }

    /** What the row states in a column, where it is a text. */
    private static @Nullable String value(ImportRow statement, String column) {
        return switch (column) {
            case "code" -> statement.code();
            case "name" -> statement.name();
            case "sector" -> statement.sector();
            case "zone" -> statement.zone();
            case "department" -> statement.department();
            case "leader" -> statement.leader();
            case "officer" -> statement.officer();
            case "investment" -> ChangeDiff.text(statement.amount());
            case "agreement" -> ChangeDiff.text(statement.agreement());
            case "stage" -> ChangeDiff.text(statement.stage());
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
