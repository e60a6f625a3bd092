package org.investmentpipeline.spreadsheet.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.list.StatedMemberships;
import org.investmentpipeline.project.statement.ProjectStatements;
import org.investmentpipeline.project.view.ActiveProjects;
import org.investmentpipeline.spreadsheet.importing.ImportReport;
import org.investmentpipeline.spreadsheet.importing.ImportRequest;
import org.investmentpipeline.spreadsheet.importing.RowImporter;

/** The import of a bureau's sheet of projects. */
@ApplicationScoped
public class ProjectImport {
    private final RowImporter importer;
    private final ProjectStatements statements;
    private final Catalogue catalogue;
    private final CatalogueEntries entries;
    private final ActiveProjects active;
    private final StatedMemberships memberships;

    public ProjectImport(
            RowImporter importer,
            ProjectStatements statements,
            Catalogue catalogue,
            CatalogueEntries entries,
            ActiveProjects active,
            StatedMemberships memberships) {
        this.importer = importer;
        this.statements = statements;
        this.catalogue = catalogue;
        this.entries = entries;
        this.active = active;
        this.memberships = memberships;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public ImportReport run(ImportRequest request, Locale language) {
        return importer.run(target(request), request, language);
    }

    /** The register as the target of one import; registrations of others wait until the transaction ends, unless it is a dry run. */
    ProjectRows target(ImportRequest request) {
        var asOf = request.options().asOf();
        var codes = new CatalogueCodes(catalogue, entries, request.createMissing());
        var command = statements.begin(asOf, codes, request.rows().stepBack(), request.dryRun());
        var complete = request.rows().completeFor();
        return new ProjectRows(
                new ProjectRowReader(asOf),
                command,
                memberships,
                codes,
                new ProjectMatcher(asOf, request.rows().acceptsRenames()),
                complete == null ? null : new MissingProjects(active.on(asOf, complete)));
    }
}
