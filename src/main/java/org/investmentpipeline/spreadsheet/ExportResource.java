package org.investmentpipeline.spreadsheet;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.project.query.ProjectQuestion;
import org.investmentpipeline.security.RecheckAccess;
import org.investmentpipeline.spreadsheet.exporting.ExportFormat;
import org.investmentpipeline.spreadsheet.exporting.ExportStream;
import org.investmentpipeline.spreadsheet.projects.exporting.ProjectExport;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The export of projects as the spreadsheets that bureaus keep. */
@Path("/api/v1/projects")
@Tag(name = "Projects")
@RecheckAccess
public class ExportResource {
    private final ProjectExport projects;

    public ExportResource(ProjectExport projects) {
        this.projects = projects;
    }

    /** The parameters of an export. */
    public static class Query {
        @BeanParam
        public ProjectQuestion question = new ProjectQuestion();

        @QueryParam("format")
        @DefaultValue("xlsx")
        @Parameter(description = "The kind of file: xlsx or csv.", example = "xlsx")
        public String format = "xlsx";

        @QueryParam("columns")
        @Parameter(
                description = "The columns, with commas, in this order; all when left out.",
                example = "code,name,investment,currency")
        public @Nullable String columns;

        @QueryParam("lang")
        @Parameter(
                description = "The language of headings and words, zh or en; that of `Accept-Language` when left out.",
                example = "zh")
        public @Nullable String lang;

        @QueryParam("labels")
        @DefaultValue("false")
        @Parameter(
                description =
                        "Names of sectors, zones, departments and lists in place of their codes; for reading, since"
                                + " names change and are not always unique.")
        public Boolean labels = false;

        @QueryParam("history")
        @DefaultValue("false")
        @Parameter(
                description =
                        "A second sheet with a row for each span of days of each project, for reading; xlsx only.")
        public Boolean history = false;
    }

    @GET
    @Path("/export")
    // One type alone: with several, the writer is chosen by the class of the answer, and streams are missed.
    @Produces(ExportFormat.WORKBOOK_TYPE)
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "exportProjects",
            summary = "Projects as a workbook or CSV that the import reads",
            description =
                    "The projects that a filter selects, as they stood on `asOf`, as known at `knownAt`; both are in"
                            + " the name of the file. Imported with the same `asOf`, the file changes nothing. A file that was"
                            + " broken off by a fault has no end: its connection is cut.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = ExportFormat.WORKBOOK_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<StreamingOutput> export(
            @BeanParam Query query, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        var language = LanguageParameter.of(query.lang, headers);
        var wanted = new ProjectExport.Request(
                ExportFormat.parse(query.format), language, query.columns, query.labels, query.history);
        var prepared = projects.prepare(wanted, query.question);
        return ExportStream.of(
                wanted.format(),
                prepared.fileName(),
                language,
                prepared.determinants(),
                file -> projects.write(prepared, file),
                headers,
                request);
    }

    /** The same for clients that accept CSV alone. */
    @GET
    @Path("/export")
    @Produces("text/csv")
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(operationId = "exportProjectsAsCsv", hidden = true)
    public RestResponse<StreamingOutput> exportAsCsv(
            @BeanParam Query query, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        return export(query, headers, request);
    }
}
