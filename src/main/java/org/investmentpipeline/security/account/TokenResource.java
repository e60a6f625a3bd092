package org.investmentpipeline.security.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.openapi.Contract;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.token.Token;
import org.investmentpipeline.security.token.Tokens;
import org.jboss.resteasy.reactive.RestResponse;

/** Tokens: issued for a password, listed, revoked. */
@Path(TokenResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class TokenResource {
    static final String PATH = "/api/v1/tokens";

    private final SignIn signIn;
    private final Tokens tokens;
    private final CurrentUser caller;

    TokenResource(SignIn signIn, Tokens tokens, CurrentUser caller) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "createToken",
            summary = "Sign in: a token for the name and password of a user, sent as HTTP Basic",
            description = "The only operation that takes a password. The token is shown once and is to be "
                    + "sent as `Authorization: Bearer …`; it expires at `expiresAt` at the latest. "
                    + "Repeated wrong passwords delay further tries (429).",
            extensions = @Extension(name = Contract.NOT_REPEATABLE, value = "true"))
    @APIResponseSchema(
            value = Token.Issued.class,
            responseCode = "201",
            responseDescription = "The token, which is shown only this once")
    public RestResponse<Token.Issued> create(@Context HttpHeaders headers, @NotNull @Valid Token.Draft draft) {
        // Not a parameter: violations of parameters show the value, and this one is a password.
        var issued = signIn.token(headers.getHeaderString(HttpHeaders.AUTHORIZATION), draft);
        return RestResponse.ResponseBuilder.<Token.Issued>create(RestResponse.Status.CREATED)
                .entity(issued)
                .header(HttpHeaders.LOCATION, PATH + "/" + issued.id())
                .build();
    }

    @GET
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "listTokens",
            summary = "One's own tokens that were not revoked, the latest first",
            description = "Names, ids, roles, and the times of issue and expiry; never the tokens themselves.")
    public Token.Page list(@BeanParam Paging paging) {
        return tokens.page(caller.username(), paging);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a token of one's own, or as ADMIN anybody's",
            description =
                    "The next request with the token is answered 401. To sign out is to revoke one's " + "own token.")
    public void revoke(@PathParam("id") Long id) {
        tokens.revoke(id);
    }
}
