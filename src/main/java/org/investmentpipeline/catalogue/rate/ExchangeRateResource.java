package org.investmentpipeline.catalogue.rate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The exchange rates of the bureau. */
@Path(ExchangeRateResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogues")
@Idempotent
@RecheckAccess
public class ExchangeRateResource {
    static final String PATH = "/api/v1/exchange-rates";

    private final ExchangeRates rates;

    public ExchangeRateResource(ExchangeRates rates) {
        this.rates = rates;
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listExchangeRates",
            summary = "The exchange rates, by currency and day",
            description = "All rates in CNY per unit of the foreign currency. The rate of a day is the "
                    + "latest one that begins on or before it.")
    public ExchangeRate.Page list(@BeanParam Paging paging) {
        var page = rates.page(paging);
        return new ExchangeRate.Page(
                page.items().stream().map(ExchangeRate.View::of).toList(), page.next());
    }

    @POST
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createExchangeRate",
            summary = "Give the rate of a currency from a day on",
            description = "CNY per one unit of the currency. A currency has at most one rate that begins on "
                    + "a day. Amounts that were recorded before keep the rate at which they were "
                    + "converted.")
    @APIResponseSchema(value = ExchangeRate.View.class, responseCode = "201", responseDescription = "The new rate")
    public RestResponse<ExchangeRate.View> create(@NotNull @Valid ExchangeRate.Draft draft) {
        var rate = rates.add(draft);
        return VersionTag.created(PATH + "/" + rate.id, ExchangeRate.View.of(rate), rate.version);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getExchangeRate",
            summary = "One exchange rate",
            description = "The rate of one currency from one day on; its ETag is needed to correct or " + "delete it.")
    @APIResponseSchema(value = ExchangeRate.View.class, responseDescription = "The rate")
    public RestResponse<ExchangeRate.View> get(@PathParam("id") Long id) {
        var rate = rates.get(id);
        return VersionTag.ok(ExchangeRate.View.of(rate), rate.version);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceExchangeRate",
            summary = "Put a rate right; amounts converted before keep the rate they were converted at",
            description = "Corrects the rate; currency and day stay. Amounts recorded from now on are "
                    + "converted at the corrected rate.")
    @APIResponseSchema(value = ExchangeRate.View.class, responseDescription = "The rate as it is now")
    public RestResponse<ExchangeRate.View> replace(
            @PathParam("id") Long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ExchangeRate.Change change) {
        var rate = rates.replace(id, ifMatch, change);
        return VersionTag.ok(ExchangeRate.View.of(rate), rate.version);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "deleteExchangeRate",
            summary = "Delete a rate; amounts converted at it keep it",
            description = "Removes the rate from the catalogue. Amounts recorded from now on use the rate "
                    + "before it, if there is one.")
    public void delete(@PathParam("id") Long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        rates.remove(id, ifMatch);
    }
}
