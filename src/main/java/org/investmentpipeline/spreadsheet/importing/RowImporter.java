package org.investmentpipeline.spreadsheet.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.SheetReader;

/**
 * Imports a sheet into a register in one transaction: all rows, or all rows that are not refused, or none. Rows are read as a stream
 * and decided in batches; the register writes after the last row.
 */
@ApplicationScoped
public class RowImporter {
    private static final int BATCH = 1_000;

    private final TransactionSynchronizationRegistry transaction;
    private final ImportRecords records;
    private final RefusedRows refusedRows;

    public RowImporter(TransactionSynchronizationRegistry transaction, ImportRecords records, RefusedRows refusedRows) {
        this.transaction = transaction;
        this.records = records;
        this.refusedRows = refusedRows;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public <T> ImportReport run(ImportTarget<T> target, ImportRequest request, Locale language) {
        return run(target, request, language, BATCH);
    }

    /**
     * Imports with batches of a given size.
     *
     * @param batch the number of rows that are decided at once; it influences only the duration of the import
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> ImportReport run(ImportTarget<T> target, ImportRequest request, Locale language, int batch) {
        var decided = new ArrayList<Decided<T>>();
        var waiting = new ArrayList<ImportRow<T>>();
        try {
            var reading = SheetReader.read(request.file(), request.options(), target.reader(), row -> {
                waiting.add(row);
                if (waiting.size() == batch) {
                    decide(target, waiting, decided);
                    waiting.clear();
                }
            });
            decide(target, waiting, decided);
            var tally = tally(target, decided);
            var report = tally.report(reading, target.missing(refused(decided)), language);
            return conclude(target, new RefusedImport<>(request, target.reader(), reading, tally.refusals(), report));
        } catch (UnreadableSheet unreadable) {
            throw Problem.of(ProblemType.IMPORT_REFUSED, unreadable.reason());
        }
    }

    private static <T> void decide(ImportTarget<T> target, List<ImportRow<T>> rows, List<Decided<T>> decided) {
        var outcomes = target.decide(
                        rows.stream().filter(row -> !row.isRefused()).toList())
                .iterator();
        for (var row : rows) {
            var outcome = row.isRefused() ? ImportTarget.Outcome.refused(row.errors()) : outcomes.next();
            decided.add(new Decided<>(row, outcome));
        }
    }

    private record Decided<T>(ImportRow<T> row, ImportTarget.Outcome outcome) {}

    private static <T> ImportTally tally(ImportTarget<T> target, List<Decided<T>> decided) {
        var withdrawn = target.withdraw();
        var tally = new ImportTally();
        var ordinal = 0;
        for (var each : decided) {
            var errors = each.row().isRefused() ? null : withdrawn.get(ordinal++);
            if (errors == null || each.outcome().effect() == ImportTarget.Effect.REFUSED) {
                tally.count(each.row(), each.outcome());
            } else {
                tally.count(each.row(), ImportTarget.Outcome.refused(errors));
            }
        }
        return tally;
    }

    /** The subjects of the rows that could not be read, which the sheet has all the same. */
    private static <T> Set<String> refused(List<Decided<T>> decided) {
        return decided.stream()
                .map(Decided::row)
                .filter(ImportRow::isRefused)
                .map(ImportRow::subject)
                .collect(Collectors.toSet());
    }

    private <T> void check(ImportTarget<T> target, RefusedImport<T> decided) {
        try {
            target.check();
        } catch (Problem refusal) {
            throw refusal.with(linked(decided.report(), decided).asMembers());
        }
    }

    /** The report with a link to the refused rows, which are kept; a dry run keeps none. */
    private ImportReport linked(ImportReport report, RefusedImport<?> decided) {
        return decided.rows().isEmpty() || decided.request().dryRun()
                ? report
                : report.linked(refusedRows.keep(decided, report.id()));
    }

    private <T> ImportReport conclude(ImportTarget<T> target, RefusedImport<T> decided) {
        check(target, decided);
        var request = decided.request();
        var report = decided.report();
        if (request.dryRun()) {
            transaction.setRollbackOnly();
        } else if (report.refused() > 0 && !request.skipErrors()) {
            throw refused(linked(report, decided));
        } else if (!report.warnings().isEmpty() && request.refuseWarnings()) {
            throw warned(linked(report, decided));
        } else if (report.created() + report.changed() > 0) {
            var hash = FileHash.of(request.file());
            target.write();
            report = report.recorded(records.record(request, hash, report, target.additions()));
        }
        return linked(report, decided);
    }

    private static Problem warned(ImportReport report) {
        var detail = LocalizedText.of(
                "There are warnings and onWarning is refuse, so nothing was done; see warnings.",
                "存在警告且 onWarning 为 refuse，因此未作任何修改；详见 warnings。");
        return Problem.of(ProblemType.IMPORT_REFUSED, detail).with(report.asMembers());
    }

    private static Problem refused(ImportReport report) {
        var detail = LocalizedText.of(
                "%d of %d rows cannot be taken over, so nothing was; see errors, or import with onError=skip.",
                "共 %2$d 行，其中 %1$d 行无法导入，因此未作任何修改；详见 errors，或使用 onError=skip。", report.refused(), report.read());
        return Problem.of(ProblemType.IMPORT_REFUSED, detail).with(report.asMembers());
    }
}
