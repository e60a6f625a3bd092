package org.investmentpipeline.catalogue;

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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.money.Money;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.RecheckAccess;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTarget;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
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

    private final ExchangeRate.Repository rates;
    private final CatalogueMapper mapper;
    private final AuditTrail trail;

    public ExchangeRateResource(ExchangeRate.Repository rates, CatalogueMapper mapper, AuditTrail trail) {
        this.rates = rates;
        this.mapper = mapper;
        this.trail = trail;
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
        var after = paging.cursor == null ? Cursor.of("", "1900-01-01") : Cursor.parse(paging.cursor, 2);
        var found = rates.after(after.values().get(0), day(after.values().get(1)), paging.size() + 1);
        var page = Cursor.slice(found, paging.size(), rate -> Cursor.of(rate.currency, rate.on.toString()));
        return new ExchangeRate.Page(page.items().stream().map(mapper::toRate).toList(), page.next());
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
        if (!Money.isCurrency(draft.currency()) || draft.currency().equals(Money.CNY)) {
            throw Problem.refused(
                    "currency",
                    "was %s; expected an ISO 4217 code other than CNY",
                    "给出的是 %s；应为 CNY 以外的 ISO 4217 代码",
                    draft.currency());
        }
        if (rates.count("currency = ?1 and on = ?2", draft.currency(), draft.on()) > 0) {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    "There is a rate of %s on %s already; put it right with PUT.",
                    "%s 在 %s 的汇率已存在，请用 PUT 更正。",
                    draft.currency(),
                    draft.on());
        }
        var rate = new ExchangeRate();
        rate.currency = draft.currency();
        rate.on = draft.on();
        rate.rate = draft.rate();
        rates.persistAndFlush(rate);
        record(rate, "CREATED", null, rate.rate);
        return VersionTag.created(PATH + "/" + rate.id, mapper.toRate(rate), rate.version);
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
        var rate = existing(id);
        return VersionTag.ok(mapper.toRate(rate), rate.version);
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
        var rate = existing(id);
        VersionTag.require(ifMatch, rate.version);
        var before = rate.rate;
        rate.rate = change.rate();
        rates.flush();
        record(rate, "CHANGED", before, rate.rate);
        return VersionTag.ok(mapper.toRate(rate), rate.version);
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
        var rate = existing(id);
        VersionTag.require(ifMatch, rate.version);
        rates.delete(rate);
        rates.flush();
        record(rate, "DELETED", rate.rate, null);
    }

    private void record(ExchangeRate rate, String action, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null || before.compareTo(after) != 0) {
            trail.record(AuditEvent.of(
                    new AuditTarget(Catalogue.EXCHANGE_RATE, rate.currency + " " + rate.on),
                    action,
                    new FieldChange("rate", text(before), text(after))));
        }
    }

    private static @Nullable String text(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros().toPlainString();
    }

    private ExchangeRate existing(Long id) {
        return rates.findByIdOptional(id).orElseThrow(() -> Problem.notFound("exchange rate", id));
    }

    private static LocalDate day(String text) {
        try {
            return Text.day(text);
        } catch (DateTimeException unreadable) {
            throw Cursor.refused();
        }
    }
}
