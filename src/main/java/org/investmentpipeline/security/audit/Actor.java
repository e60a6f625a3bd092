package org.investmentpipeline.security.audit;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.investmentpipeline.http.RemoteAddress;
import org.jspecify.annotations.Nullable;

/**
 * The actor of an audit event.
 *
 * @param username null for the service itself and unauthenticated clients
 * @param tokenId the token that was used; null unless the service issued it
 * @param address the address of the client
 */
public record Actor(
        @Nullable String username,
        @Nullable Long tokenId,
        @Nullable String address) {
    /** The attribute of an identity with the id of its token. */
    public static final String TOKEN = "token";

    private static final Actor SERVICE = new Actor(null, null, null);

    /** Provides the actor of the running request. */
    @ApplicationScoped
    public static class Finder {
        private final SecurityIdentity identity;
        private final CurrentVertxRequest request;

        Finder(SecurityIdentity identity, CurrentVertxRequest request) {
            this.identity = identity;
            this.request = request;
        }

        /** The actor; the service itself outside of a request. */
        public Actor current() {
            if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
                return SERVICE;
            }
            var username =
                    identity.isAnonymous() ? null : identity.getPrincipal().getName();
            return new Actor(username, identity.<Long>getAttribute(TOKEN), address());
        }

        /** The client address of the running request. */
        public String address() {
            return RemoteAddress.of(request.getCurrent().request().remoteAddress());
        }
    }
}
