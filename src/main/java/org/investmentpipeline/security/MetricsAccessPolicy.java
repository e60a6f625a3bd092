package org.investmentpipeline.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.investmentpipeline.http.RemoteAddress;
import org.investmentpipeline.security.audit.Actor;

/**
 * Limits {@code /q/metrics}, which is no operation of the contract, to the roles AUDITOR and ADMIN. Metrics cover the whole bureau, as do
 * these roles. A refusal is audited like any other.
 */
@ApplicationScoped
class MetricsAccessPolicy implements HttpSecurityPolicy {
    private static final Set<Role> READERS = EnumSet.of(Role.ADMIN, Role.AUDITOR);

    private final AccessDenialAudit refused;

    MetricsAccessPolicy(AccessDenialAudit refused) {
        this.refused = refused;
    }

    @Override
    public String name() {
        return "measuring";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.onItem().transformToUni(who -> {
            if (who.isAnonymous()) {
                return CheckResult.deny();
            }
            var reads = READERS.stream().anyMatch(role -> who.hasRole(role.name()));
            return reads && who.getAttribute(CurrentUser.ZONES) == null
                    ? CheckResult.permit()
                    : context.runBlocking(request, Uni.createFrom().item(who), this::refuse);
        });
    }

    private CheckResult refuse(RoutingContext request, SecurityIdentity who) {
        var incoming = request.request();
        var actor = new Actor(
                who.getPrincipal().getName(),
                who.<Long>getAttribute(Actor.TOKEN),
                RemoteAddress.of(incoming.remoteAddress()));
        refused.note(actor, incoming.method() + " " + incoming.path());
        return CheckResult.DENY;
    }
}
