package org.investmentpipeline.spreadsheet.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.statement.ProjectStatements;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.SheetReader;
import org.investmentpipeline.spreadsheet.reading.SheetReading;

/**
 * Imports a sheet in one transaction: all rows, or all rows that are not refused, or none. Rows are read as a stream and decided
 * in batches; new projects and all timelines are written after the last row. The size of batches has no influence on the result.
 */
@ApplicationScoped
public class SheetImport {
    private static final int BATCH = 500;

    private final ProjectStatements statements;
    private final Catalogue catalogue;
    private final CatalogueEntries entries;
    private final TransactionSynchronizationRegistry transaction;

    public SheetImport(
            ProjectStatements statements,
            Catalogue catalogue,
            CatalogueEntries entries,
            TransactionSynchronizationRegistry transaction) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.entries = entries;
        this.transaction = transaction;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public ImportReport run(ImportRequest request, Locale language) {
        return run(request, language, BATCH);
    }

    /**
     * Imports with batches of a given size.
     *
     * @param batch the number of rows that are decided at once; it influences only the duration of the import
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ImportReport run(ImportRequest request, Locale language, int batch) {
        var tally = new ImportTally();
        var codes = new CatalogueCodes(catalogue, entries, request.createMissing());
        var command = statements.begin(request.options().asOf(), codes);
        var rows = new ProjectRows(command, tally);
        var waiting = new ArrayList<ImportRow>();
        var reading = read(request, row -> {
            waiting.add(row);
            if (waiting.size() == batch) {
                rows.take(waiting);
                waiting.clear();
            }
        });
        rows.take(waiting);
        var report = tally.report(reading, language);
        if (request.dryRun()) {
            transaction.setRollbackOnly();
        } else if (!tally.isClean() && !request.skipErrors()) {
            throw refused(report);
        } else {
            command.write();
        }
        return report;
    }

    private static SheetReading read(ImportRequest request, Consumer<ImportRow> rows) {
        try {
            return SheetReader.read(request.file(), request.options(), rows);
        } catch (UnreadableSheet unreadable) {
            throw Problem.of(ProblemType.IMPORT_REFUSED, unreadable.reason());
        }
    }

    private static Problem refused(ImportReport report) {
        var detail = LocalizedText.of(
                "%d of %d rows cannot be taken over, so nothing was; see errors, or import with onError=skip.",
                "共 %2$d 行，其中 %1$d 行无法导入，因此未作任何修改；详见 errors，或使用 onError=skip。", report.refused(), report.read());
        return Problem.of(ProblemType.IMPORT_REFUSED, detail).with(report.asMembers());
    }
}
