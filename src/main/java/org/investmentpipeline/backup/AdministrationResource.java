package org.investmentpipeline.backup;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.backup.dump.Dump;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.jboss.resteasy.reactive.RestResponse;

/** Backups, dumps and restorations. */
@Path(AdministrationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@Idempotent
public class AdministrationResource {
    static final String PATH = "/api/v1/admin";
    static final String RESTORE = "/restore";
    private static final String NDJSON = "application/x-ndjson";
    /** In seconds; sufficient for a very large ledger on a small machine. */
    private static final int LONGEST = 6 * 3600;

    private final Backup backup;
    private final Dump dump;
    private final Restoration restoration;
    private final AuditTrail trail;
    private final EntityManager entities;

    AdministrationResource(
            Backup backup, Dump dump, Restoration restoration, AuditTrail trail, EntityManager entities) {
        this.backup = backup;
        this.dump = dump;
        this.restoration = restoration;
        this.trail = trail;
        this.entities = entities;
    }

    @POST
    @Path("/backup")
    @RolesAllowed("ADMIN")
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    @Operation(
            operationId = "createBackup",
            summary = "Copy the embedded database into the data directory, while the service runs",
            description = "Refused on PostgreSQL, which has pg_dump. One at a time.")
    @APIResponseSchema(value = Backup.Made.class, responseCode = "201", responseDescription = "The backup")
    public RestResponse<Backup.Made> createBackup() {
        var made = backup.make();
        record(AuditEvent.of(
                DatabaseTarget.ONLY,
                "BACKED_UP",
                new FieldChange("file", null, made.file()),
                new FieldChange("knownAt", null, made.knownAt().toString())));
        return RestResponse.status(RestResponse.Status.CREATED, made);
    }

    @GET
    @Path("/dump")
    @Produces(NDJSON)
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "getDump",
            summary = "A dump of all data, as lines of JSON that either edition can restore",
            description =
                    "A consistent snapshot, with the hashes of all passwords and tokens: keep it secret. A dump is"
                            + " complete when its last line has `sha256`.")
    @APIResponse(
            responseCode = "200",
            description = "The dump",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> getDump() {
        record(AuditEvent.of(DatabaseTarget.ONLY, "DUMPED"));
        StreamingOutput lines = out -> {
            try {
                dump.write(out);
            } catch (SQLException failed) {
                throw new WebApplicationException(failed);
            }
        };
        return RestResponse.ResponseBuilder.ok(lines, NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path(AdministrationResource.RESTORE)
    @Consumes(NDJSON)
    @RolesAllowed("ADMIN")
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    @Operation(
            operationId = "restoreDump",
            summary = "Restore a dump into an empty database, its users and tokens included",
            description = "All or nothing. The database must be as after the first start; afterwards sign in again,"
                    + " as a user of the dump.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = Restoration.Report.class, responseDescription = "A summary of the restored dump")
    public RestResponse<Restoration.Report> restore(File dumped) {
        return RestResponse.ok(restoration.restore(dumped.toPath()));
    }

    /** Locks the row of the sealer, which serialises writes to this audit chain. */
    private void record(AuditEvent event) {
        entities.createNativeQuery("select id from audit_sealer where id = 1 for update", Integer.class)
                .getSingleResult();
        trail.record(event);
    }
}
