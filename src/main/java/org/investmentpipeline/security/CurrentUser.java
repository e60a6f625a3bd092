package org.investmentpipeline.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The user of the current request and its zones. Outside of a request the service itself acts, without limits. */
@ApplicationScoped
public class CurrentUser {
    /** The attribute of an identity with the zones it is limited to. */
    public static final String ZONES = "zones";

    /** The attribute of an identity with the roles from the bureau's single sign-on. */
    public static final String SIGNED_ON = "signed-on";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    CurrentUser(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    public boolean has(Role role) {
        return identity.hasRole(role.name());
    }

    /** The roles of a caller of the bureau's single sign-on; empty for a user of the service. */
    public Optional<List<Role>> signedOn() {
        return Optional.ofNullable(identity.<List<Role>>getAttribute(SIGNED_ON));
    }

    /** The zones that the caller is limited to; empty when not limited. */
    public Optional<Set<String>> zones() {
        var isAsked = Arc.container().requestContext().isActive() && request.getCurrent() != null;
        return isAsked ? Optional.ofNullable(identity.<Set<String>>getAttribute(ZONES)) : Optional.empty();
    }

    /** Whether the caller has access to projects of a zone (null: without a zone). */
    public boolean reaches(@Nullable String zone) {
        return zones().map(zones -> zone != null && zones.contains(zone)).orElse(true);
    }
}
