package org.investmentpipeline.spreadsheet.projects;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementCommand;
import org.investmentpipeline.spreadsheet.importing.ImportTarget;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.jspecify.annotations.Nullable;

/** The register of projects as the target of one import: passes rows to the command as statements. */
final class ProjectRows implements ImportTarget<ProjectStatement> {
    private final ProjectRowReader reader;
    private final StatementCommand command;
    private final ProjectMatcher matcher = new ProjectMatcher();

    ProjectRows(ProjectRowReader reader, StatementCommand command) {
        this.reader = reader;
        this.command = command;
    }

    @Override
    public RowReader<ProjectStatement> reader() {
        return reader;
    }

    @Override
    public List<Outcome> decide(List<ImportRow<ProjectStatement>> rows) {
        var statements = rows.stream().map(ImportRow::accepted).toList();
        var outcomes = command.state(
                statements, (index, known) -> matcher.match(rows.get(index).place(), statements.get(index), known));
        return IntStream.range(0, rows.size())
                .mapToObj(index -> outcome(rows.get(index), outcomes.get(index)))
                .toList();
    }

    @Override
    public void write() {
        command.write();
    }

    private static Outcome outcome(ImportRow<ProjectStatement> row, StatementCommand.Outcome outcome) {
        return switch (outcome.effect()) {
            case REGISTERED -> Outcome.of(Effect.CREATED, Set.of());
            case CHANGED -> Outcome.of(Effect.CHANGED, Set.of());
            case UNCHANGED -> Outcome.of(Effect.UNCHANGED, Set.of());
            case REFUSED ->
                Outcome.refused(errors(row.place(), row.accepted(), Objects.requireNonNull(outcome.refusal())));
        };
    }

    private static List<CellError> errors(RowPlace place, ProjectStatement statement, Problem refusal) {
        return refusal.asViolations().stream()
                .map(violation -> new CellError(
                        place,
                        violation.field().isEmpty() ? null : column(violation.field()),
                        value(statement, column(violation.field())),
                        violation.message()))
                .toList();
    }

    /** The stated value of a column as text; null for columns of days, status and quantities. */
    private static @Nullable String value(ProjectStatement statement, String column) {
        var investment = statement.investment();
        return switch (column) {
            case "code" -> statement.code();
            case "name" -> statement.name();
            case "investment" -> investment == null ? null : ChangeDiff.text(investment.amount());
            case "stage" -> ChangeDiff.text(statement.stage());
            case "sector", "zone", "department", "leader", "officer", "agreement" ->
                statement.values().entrySet().stream()
                        .filter(value -> value.getKey().json().equals(column))
                        .map(value -> ChangeDiff.text(value.getValue()))
                        .findFirst()
                        .orElse(null);
            default -> null;
        };
    }

    /** The column of a field that a violation names. */
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
