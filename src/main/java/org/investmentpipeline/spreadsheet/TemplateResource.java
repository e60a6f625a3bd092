package org.investmentpipeline.spreadsheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.security.RecheckAccess;
import org.investmentpipeline.spreadsheet.exporting.ExportFormat;
import org.investmentpipeline.spreadsheet.projects.exporting.ProjectTemplate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The empty sheet for an import. */
@Path("/api/v1/imports")
@Tag(name = "Imports")
@RecheckAccess
public class TemplateResource {
    private final ProjectTemplate template;

    public TemplateResource(ProjectTemplate template) {
        this.template = template;
    }

    @GET
    @Path("/template")
    @Produces(ExportFormat.WORKBOOK_TYPE)
    @RolesAllowed("VIEWER")
    @Transactional
    @Operation(
            operationId = "getImportTemplate",
            summary = "An empty workbook to fill in and import",
            description =
                    "Headings with notes, drop-down lists of stages, statuses, origins, agreements and the present"
                            + " entries of the catalogues, and a sheet of instructions.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExportFormat.WORKBOOK_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> template(
            @QueryParam("lang")
                    @Parameter(
                            description = "The language, zh or en; that of `Accept-Language` when left out.",
                            example = "zh")
                    @Nullable
                    String lang,
            @Context HttpHeaders headers) {
        var language = LanguageParameter.of(lang, headers);
        return RestResponse.ResponseBuilder.ok(template.workbook(language), ExportFormat.WORKBOOK_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-template.xlsx\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .build();
    }
}
