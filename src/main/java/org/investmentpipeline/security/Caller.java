package org.investmentpipeline.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks, and for which zones. */
@RequestScoped
public class Caller {
    /** The attribute of an identity that holds the zones it is limited to. */
    public static final String ZONES = "zones";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    public boolean has(Role role) {
        return identity.hasRole(role.name());
    }

    /** The zones that the caller is limited to; nothing when all projects are within reach. */
    public Optional<Set<String>> zones() {
        return Optional.ofNullable(identity.<Set<String>>getAttribute(ZONES));
    }

    /** Whether projects that stand in a zone, or in none, are within reach. */
    public boolean reaches(@Nullable String zone) {
        return zones().map(zones -> zone != null && zones.contains(zone)).orElse(true);
    }
}
