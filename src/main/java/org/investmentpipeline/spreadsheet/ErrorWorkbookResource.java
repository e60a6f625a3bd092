package org.investmentpipeline.spreadsheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.investmentpipeline.spreadsheet.errors.ErrorWorkbooks;
import org.investmentpipeline.spreadsheet.exporting.ExportFormat;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The refused rows of an import as a workbook. */
@Path("/api/v1/imports")
@Tag(name = "Imports")
@RecheckAccess
public class ErrorWorkbookResource {
    private final ErrorWorkbooks workbooks;

    public ErrorWorkbookResource(ErrorWorkbooks workbooks) {
        this.workbooks = workbooks;
    }

    @GET
    @Path("/{id}/errors")
    @Produces(ExportFormat.WORKBOOK_TYPE)
    @RolesAllowed("OFFICER")
    @Transactional
    @Operation(
            operationId = "getImportErrors",
            summary = "The refused rows of an import as a workbook, to be repaired and imported",
            description =
                    "The headings of the file that was sent and its refused rows, at most 5,000, in sheets of the same names. Faulty cells are red and have"
                            + " a comment; two more columns have the number of the row and all its errors, and are not read by an import."
                            + " Kept for 7 days. A user who is limited to zones sees those of its own imports.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExportFormat.WORKBOOK_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> errors(
            @PathParam("id")
                    @Parameter(description = "The id in `errorsLink` of the answer of an import.", example = "12")
                    long id,
            @QueryParam("lang")
                    @Parameter(
                            description = "The language, zh or en; that of `Accept-Language` when left out.",
                            example = "zh")
                    @Nullable
                    String lang,
            @Context HttpHeaders headers) {
        var language = LanguageParameter.of(lang, headers);
        return RestResponse.ResponseBuilder.ok(workbooks.find(id, language), ExportFormat.WORKBOOK_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-%d-errors.xlsx\"".formatted(id))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .build();
    }
}
