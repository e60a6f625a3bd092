package org.investmentpipeline.security.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.investmentpipeline.idempotency.Idempotent;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.token.Token;
import org.investmentpipeline.security.token.Tokens;
import org.investmentpipeline.security.user.User;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Users: their roles, zones, passwords and tokens. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@Idempotent
public class UserResource {
    private static final String PATH = "/api/v1/users";

    private final Users users;
    private final User.Repository stored;
    private final Tokens tokens;
    private final CurrentUser caller;

    UserResource(Users users, User.Repository stored, Tokens tokens, CurrentUser caller) {
        this.users = users;
        this.stored = stored;
        this.tokens = tokens;
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "getMe",
            summary = "The current user",
            description = "The user of the token, with the roles and zones that apply to it. A client uses "
                    + "it to offer only those actions that are permitted.")
    @APIResponseSchema(value = User.View.class, responseDescription = "The user of the token")
    public User.View me() {
        return caller.signedOn()
                .map(this::guest)
                .orElseGet(() -> stored.get(caller.username()).view());
    }

    /** The view of a user of single sign-on, from the token. */
    private User.View guest(List<Role> roles) {
        return new User.View(
                caller.username(), roles, caller.zones().map(TreeSet::new).orElse(null), true);
    }

    @GET
    @Path("/users")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "listUsers",
            summary = "The users, by name",
            description = "All users with their roles, zones and state. Users of an external identity "
                    + "provider are not listed.")
    public User.Page list(@BeanParam Paging paging) {
        return users.page(paging);
    }

    @POST
    @Path("/users")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "createUser",
            summary = "Add a user",
            description = "The user signs in with the name and this password. A user without zones may see "
                    + "all zones, an officer with zones may change only the projects in them.")
    @APIResponseSchema(value = User.View.class, responseCode = "201", responseDescription = "The new user")
    public RestResponse<User.View> create(@NotNull @Valid User.Draft draft) {
        var user = users.add(draft);
        return VersionTag.created(PATH + "/" + VersionTag.segment(user.username), user.view(), user.version);
    }

    @GET
    @Path("/users/{username}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "getUser",
            summary = "One user",
            description = "Roles, zones and state of one user; the ETag is needed to change them.")
    @APIResponseSchema(value = User.View.class, responseDescription = "The user")
    public RestResponse<User.View> get(@PathParam("username") String username) {
        var user = stored.get(username);
        return VersionTag.ok(user.view(), user.version);
    }

    @PUT
    @Path("/users/{username}")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "replaceUser",
            summary = "Change a user's roles, zones and state, effective immediately",
            description = "Replaces roles, zones and state together. The next request of each of the user's "
                    + "tokens is checked against the new values; a user who is not active can neither sign in "
                    + "nor use a token.")
    @APIResponseSchema(value = User.View.class, responseDescription = "The user as it is now")
    public RestResponse<User.View> replace(
            @PathParam("username") String username,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid User.Change change) {
        var user = users.change(username, ifMatch, change);
        return VersionTag.ok(user.view(), user.version);
    }

    @PUT
    @Path("/users/{username}/password")
    @RolesAllowed({"VIEWER", "OFFICER", "MANAGER", "ADMIN", "AUDITOR"})
    @Transactional
    @Operation(
            operationId = "putPassword",
            summary = "Set one's own password, or as ADMIN anybody's; all other tokens of the user are revoked",
            description = "Users must give their current password as well. All tokens of the user are "
                    + "revoked, except the one of this request.")
    public void putPassword(@PathParam("username") String username, @NotNull @Valid User.PasswordDraft draft) {
        users.setPassword(username, draft);
    }

    @GET
    @Path("/users/{username}/tokens")
    @RolesAllowed("ADMIN")
    @Transactional
    @Operation(
            operationId = "listUserTokens",
            summary = "The tokens of a user that were not revoked, the latest first",
            description = "Names, ids, roles, and the times of issue and expiry; never the tokens themselves.")
    public Token.Page listTokens(@PathParam("username") String username, @BeanParam Paging paging) {
        stored.get(username);
        return tokens.page(username, paging);
    }
}
