package org.investmentpipeline.spreadsheet.projects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.list.StatedMemberships;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.command.ChangeDiff;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementCommand;
import org.investmentpipeline.spreadsheet.importing.ImportAddition;
import org.investmentpipeline.spreadsheet.importing.ImportReport;
import org.investmentpipeline.spreadsheet.importing.ImportTarget;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.investmentpipeline.spreadsheet.reading.RowReader;
import org.jspecify.annotations.Nullable;

/** The register of projects as the target of one import: passes rows to the command as statements. */
final class ProjectRows implements ImportTarget<ProjectStatement> {
    private final ProjectRowReader reader;
    private final StatementCommand command;
    private final StatedMemberships memberships;
    private final CatalogueCodes codes;
    private final ProjectMatcher matcher;
    private final @Nullable MissingProjects missing;

    /** @param missing null when the sheet is not said to be complete */
    ProjectRows(
            ProjectRowReader reader,
            StatementCommand command,
            StatedMemberships memberships,
            CatalogueCodes codes,
            ProjectMatcher matcher,
            @Nullable MissingProjects missing) {
        this.reader = reader;
        this.command = command;
        this.memberships = memberships;
        this.codes = codes;
        this.matcher = matcher;
        this.missing = missing;
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
    public Map<Integer, List<CellError>> withdraw() {
        var withdrawn = new HashMap<Integer, List<CellError>>();
        matcher.contradictions().forEach((row, reason) -> {
            command.withdraw(row.ordinal);
            withdrawn.put(row.ordinal, errors(row.place, row.statement, reason));
        });
        return withdrawn;
    }

    @Override
    public ImportReport.@Nullable Missing missing(Set<String> refused) {
        return missing == null ? null : missing.without(matcher.projects(), refused);
    }

    @Override
    public void check() {
        memberships.check(command.listChanges());
    }

    @Override
    public List<ImportAddition> additions() {
        var investors = command.registeredInvestors().stream()
                .sorted()
                .map(id -> new ImportAddition(ImportAddition.Kind.INVESTOR, Long.toString(id)));
        return Stream.concat(investors, codes.added()).toList();
    }

    @Override
    public void write() {
        memberships.record(command.listChanges());
        command.write();
    }

    private static Outcome outcome(ImportRow<ProjectStatement> row, StatementCommand.Outcome outcome) {
        return switch (outcome.effect()) {
            case REGISTERED -> Outcome.of(Effect.CREATED, warnings(outcome));
            case CHANGED -> Outcome.of(Effect.CHANGED, warnings(outcome));
            case UNCHANGED -> Outcome.of(Effect.UNCHANGED, warnings(outcome));
            case REFUSED ->
                Outcome.refused(errors(row.place(), row.accepted(), Objects.requireNonNull(outcome.refusal())));
        };
    }

    private static Set<ImportWarning> warnings(StatementCommand.Outcome outcome) {
        return outcome.notices().stream()
                .map(notice -> switch (notice) {
                    case POSSIBLE_DUPLICATE -> ImportWarning.POSSIBLE_DUPLICATE;
                    case RENAMED -> ImportWarning.RENAMED;
                    case CODE_GIVEN -> ImportWarning.CODE_GIVEN;
                    case STEPPED_BACK -> ImportWarning.STEPPED_BACK;
                    case REOPENED -> ImportWarning.REOPENED;
                    case AMOUNT_JUMPED -> ImportWarning.AMOUNT_JUMPED;
                })
                .collect(Collectors.toSet());
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
            case "investment.rate" -> "rate";
            case "investment.currency" -> "investment";
            case "on" -> "statusDay";
            default -> field;
        };
    }
}
