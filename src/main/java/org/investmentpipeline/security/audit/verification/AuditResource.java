package org.investmentpipeline.security.audit.verification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.http.response.ProblemBody;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.audit.AuditEntry;
import org.investmentpipeline.security.audit.AuditTargetKinds;
import org.jspecify.annotations.Nullable;

/** The audit trail: its entries, and the verification of their integrity. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    private final EntityManager entities;
    private final AuditTargetKinds kinds;
    private final Verification verification;

    AuditResource(EntityManager entities, AuditTargetKinds kinds, Verification verification) {
        this.entities = entities;
        this.kinds = kinds;
        this.verification = verification;
    }

    /** The filter of entries. */
    public static class Query extends Paging {
        @QueryParam("kind")
        @Parameter(description = "Entries of targets of this kind.", schema = @Schema(ref = AuditEntry.KIND))
        public @Nullable String kind;

        @QueryParam("subject")
        @Parameter(description = "With `kind`: entries of this target.", example = "127")
        public @Nullable String subject;

        @QueryParam("username")
        @Parameter(description = "Entries of actions by this user.", example = "wang.li")
        public @Nullable String username;

        @QueryParam("action")
        @Parameter(description = "Entries of this action.", example = "MOVED")
        public @Nullable String action;

        @QueryParam("from")
        @Parameter(description = "Entries from this moment on.", example = "2023-06-30T00:00:00Z")
        public @Nullable Instant from;

        @QueryParam("before")
        @Parameter(description = "Entries before this moment.", example = "2023-07-01T00:00:00Z")
        public @Nullable Instant before;
    }

    @GET
    @RolesAllowed("AUDITOR")
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "The entries of the audit trail, the latest first",
            description = "Each entry has actor, action, target, time and address. Includes failed attempts to "
                    + "sign in. Filters are combined; entries are never changed or removed.")
    public AuditEntry.Page list(@BeanParam Query query) {
        if (query.subject != null && query.kind == null) {
            throw Problem.invalid("kind", "is missing; subject needs it", "缺少；subject 须与之一同给出");
        }
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        add(conditions, parameters, "kind = :kind", "kind", kind(query));
        add(conditions, parameters, "subject = :subject", "subject", query.subject);
        add(conditions, parameters, "username = :username", "username", query.username);
        add(conditions, parameters, "action = :action", "action", query.action);
        add(conditions, parameters, "at >= :from", "from", query.from);
        add(conditions, parameters, "at < :before", "before", query.before);
        add(conditions, parameters, "id < :cursor", "cursor", query.cursor == null ? null : number(query.cursor));
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        var found = entities.createQuery("from AuditEntry e %s order by e.id desc".formatted(where), AuditEntry.class);
        parameters.forEach(found::setParameter);
        var page = Cursor.slice(
                found.setMaxResults(query.size() + 1).getResultList(),
                query.size(),
                entry -> Cursor.of(Long.toString(Objects.requireNonNull(entry.id))));
        return new AuditEntry.Page(page.items().stream().map(AuditEntry::view).toList(), page.next());
    }

    private @Nullable String kind(Query query) {
        return query.kind == null ? null : kinds.named("kind", query.kind).name();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add("e." + condition);
            parameters.put(name, value);
        }
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).values().get(0));
        } catch (NumberFormatException unreadable) {
            throw Cursor.refused();
        }
    }

    @GET
    @Path("/verify")
    @RolesAllowed("AUDITOR")
    @Operation(
            operationId = "verifyAudit",
            summary =
                    "Verify the whole audit trail: its chains, its seals, and the number of entries since the last seal",
            description =
                    "One at a time: while one is running, a second answers 409 with `startedAt`, `entries` and `entriesRead`."
                            + " The findings are kept for getAuditVerification, also when the connection of the client broke.")
    @APIResponseSchema(value = Verification.Result.class, responseDescription = "The result of the verification.")
    @APIResponse(
            responseCode = "409",
            description = "Another verification is running; its progress is in the problem",
            content =
                    @Content(
                            mediaType = ProblemBody.MEDIA_TYPE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    public Verification.Result verify() {
        return verification.verify();
    }

    @GET
    @Path("/verification")
    @RolesAllowed("AUDITOR")
    @Operation(
            operationId = "getAuditVerification",
            summary = "The progress of the running verification, or else the findings of the latest one",
            description = "Of the instance that handles the request, since its start.")
    public Verification.State verification() {
        return verification.state();
    }
}
