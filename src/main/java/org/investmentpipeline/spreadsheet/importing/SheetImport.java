package org.investmentpipeline.spreadsheet.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.NamingLock;
import org.investmentpipeline.investor.Investor;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.project.command.ProjectRegistration;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.ledger.ProjectLedger;
import org.investmentpipeline.project.query.ProjectAccess;
import org.investmentpipeline.rest.VersionIncrement;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.SheetReader;
import org.investmentpipeline.spreadsheet.reading.SheetReading;

/**
 * Takes a ledger over in one transaction: all of it, or what can be taken over, or nothing. Rows are read as a stream and
 * compared in batches with the projects that were registered before; new projects are inserted, and the ledger's clock is taken,
 * when everything is decided. So no row depends on the batch that another one is in.
 */
@ApplicationScoped
public class SheetImport {
    private static final int BATCH = 500;

    private final ProjectRegistration registrations;
    private final NamingLock namingLock;
    private final Project.Repository projects;
    private final Investor.Repository investors;
    private final Catalogue catalogue;
    private final CatalogueEntries entries;
    private final ProjectLedger ledger;
    private final ProjectAccess reach;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;

    public SheetImport(
            ProjectRegistration registrations,
            NamingLock namingLock,
            Project.Repository projects,
            Investor.Repository investors,
            Catalogue catalogue,
            CatalogueEntries entries,
            ProjectLedger ledger,
            ProjectAccess reach,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction) {
        this.registrations = registrations;
        this.namingLock = namingLock;
        this.projects = projects;
        this.investors = investors;
        this.catalogue = catalogue;
        this.entries = entries;
        this.ledger = ledger;
        this.reach = reach;
        this.entities = entities;
        this.transaction = transaction;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public ImportReport run(ImportRequest request, Locale language) {
        return run(request, language, BATCH);
    }

    /**
     * Imports with batches of a given size.
     *
     * @param batch how many rows are compared at once; it changes how long the import takes and nothing else
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ImportReport run(ImportRequest request, Locale language, int batch) {
        namingLock.acquire();
        var tally = new ImportTally();
        var resolver = registrations.resolver();
        var values = new StatedValues(resolver, catalogue, entries, request.createMissing());
        var rows = new ImportRows(values, request.options().asOf(), tally, reach);
        var waiting = new ArrayList<ImportRow>();
        var reading = read(request, statement -> {
            waiting.add(statement);
            if (waiting.size() == batch) {
                compare(waiting, rows, resolver::prepare);
                waiting.clear();
            }
        });
        compare(waiting, rows, resolver::prepare);
        var report = tally.report(reading, language);
        if (request.dryRun()) {
            transaction.setRollbackOnly();
        } else if (!tally.isClean() && !request.skipErrors()) {
            throw refused(report);
        } else {
            var rewrites = new ArrayList<>(rows.rewrites());
            rewrites.addAll(registrations.insert(rows.fresh()));
            ledger.write(rewrites);
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

    private void compare(List<ImportRow> statements, ImportRows rows, Consumer<Set<String>> prepare) {
        prepare.accept(rows.investors(statements));
        VersionIncrement.once(entities, rows.decide(statements, known(statements)), Project::version);
        entities.clear();
    }

    /** The projects that the statements may mean, by code or else by name, with their lives. */
    private ProjectMatcher known(List<ImportRow> statements) {
        var coded = projects.lockCoded(statements.stream()
                .map(ImportRow::code)
                .filter(Objects::nonNull)
                .toList());
        var named = projects.lockNamed(statements.stream()
                .filter(statement -> statement.code() == null)
                .map(ImportRow::name)
                .filter(Objects::nonNull)
                .toList());
        var ids = Stream.concat(coded.stream(), named.stream())
                .map(Project::id)
                .distinct()
                .toList();
        var lives = ledger.lives(ids);
        var names = investors.names(ProjectMatcher.investorIds(lives.values()));
        return ProjectMatcher.of(coded, named, lives, names, reach::sees);
    }
}
