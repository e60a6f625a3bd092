package org.investmentpipeline.spreadsheet.importing;

import java.util.List;
import java.util.Objects;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementCommand;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.jspecify.annotations.Nullable;

/** Passes the rows of one import to the command as statements, and counts their outcomes. */
final class ProjectRows {
    private final StatementCommand command;
    private final ImportTally tally;
    private final ProjectMatcher matcher = new ProjectMatcher();

    ProjectRows(StatementCommand command, ImportTally tally) {
        this.command = command;
        this.tally = tally;
    }

    void take(List<ImportRow> rows) {
        var sound = rows.stream().filter(row -> row.errors().isEmpty()).toList();
        var statements = sound.stream().map(ImportRow::statement).toList();
        var outcomes = command.state(
                statements, (index, known) -> matcher.match(sound.get(index).row(), statements.get(index), known));
        var next = 0;
        for (var row : rows) {
            if (row.errors().isEmpty()) {
                count(row.row(), statements.get(next), outcomes.get(next));
                next++;
            } else {
                tally.refuse(row.errors());
            }
        }
    }

    private void count(int row, ProjectStatement statement, StatementCommand.Outcome outcome) {
        switch (outcome.effect()) {
            case REGISTERED -> tally.created++;
            case CHANGED -> tally.changed++;
            case UNCHANGED -> tally.unchanged++;
            case REFUSED -> tally.refuse(errors(row, statement, Objects.requireNonNull(outcome.refusal())));
        }
    }

    private static List<CellError> errors(int row, ProjectStatement statement, Problem refusal) {
        return refusal.asViolations().stream()
                .map(violation -> new CellError(
                        row,
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
