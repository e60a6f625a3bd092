package org.investmentpipeline.monitoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.figures.columns.ColumnStore;
import org.investmentpipeline.ledger.LedgerClock;

/** Version, edition and schema of the running service. Without a transaction, in which Flyway gives no information on migrations. */
@Path("/api/v1/info")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
public class InfoResource {
    private final Build build;
    private final LedgerClock ledgerClock;
    private final ColumnStore columns;

    InfoResource(Build build, LedgerClock ledgerClock, ColumnStore columns) {
        this.build = build;
        this.ledgerClock = ledgerClock;
        this.columns = columns;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Operation(
            operationId = "getInfo",
            summary = "Version, edition and schema of the service, and the last moment of its ledger",
            description = "The version and edition of the service, the version of the database schema, and "
                    + "the moment of the last record of the ledger. `knownAt` shows a cache or a "
                    + "report whether anything was recorded since.")
    public Info get() {
        var figures = columns.status();
        return new Info(
                build.name(),
                build.version(),
                build.commit(),
                build.edition(),
                build.schema(),
                Runtime.version().toString(),
                ledgerClock.known(null),
                new Info.Figures(figures.state(), figures.rows(), figures.bytes()));
    }
}
