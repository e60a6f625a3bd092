package org.investmentpipeline.security.audit;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.investmentpipeline.http.RemoteAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param username none when the service itself does, or a stranger
 * @param tokenId the token that was used; none when it was none of the service's own
 * @param address from which the request came
 */
public record Actor(
        @Nullable String username,
        @Nullable Long tokenId,
        @Nullable String address) {
    /** The attribute of an identity that holds the id of its token. */
    public static final String TOKEN = "token";

    private static final Actor SERVICE = new Actor(null, null, null);

    /** Tells who acts in the running request. */
    @ApplicationScoped
    public static class Finder {
        private final SecurityIdentity identity;
        private final CurrentVertxRequest request;

        Finder(SecurityIdentity identity, CurrentVertxRequest request) {
            this.identity = identity;
            this.request = request;
        }

        /** Who acts; the service itself where there is no request. */
        public Actor current() {
            if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
                return SERVICE;
            }
            var username =
                    identity.isAnonymous() ? null : identity.getPrincipal().getName();
            return new Actor(username, identity.<Long>getAttribute(TOKEN), address());
        }

        /** The address that the running request came from. */
        public String address() {
            return RemoteAddress.of(request.getCurrent().request().remoteAddress());
        }
    }
}
