package org.investmentpipeline.security.sso;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.investmentpipeline.http.RemoteAddress;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.user.KnownZones;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates requests with tokens of the bureau's issuer. Without an issuer, and for tokens of another form, it leaves the request to
 * the service's own tokens.
 */
@ApplicationScoped
public class SsoIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    private static final Logger LOG = Logger.getLogger(SsoIdentityProvider.class);

    /** A signed token in its compact form; the service's own have no dots. */
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final Optional<JwtVerifier> issuer;
    private final Claims claims;
    private final KnownZones zones;
    private final SsoLoginAudit arrivals;

    SsoIdentityProvider(SsoSettings settings, KnownZones zones, SsoLoginAudit arrivals, Clock clock) {
        this.issuer = settings.isGiven() ? Optional.of(new JwtVerifier(settings, clock)) : Optional.empty();
        this.claims = new Claims(settings);
        this.zones = zones;
        this.arrivals = arrivals;
    }

    /** Validates the settings at the start, rather than at the first sign-on. */
    void start(@Observes StartupEvent started) {
        issuer.ifPresent(given -> LOG.info("Tokens of the bureau's single sign-on are accepted"));
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        if (issuer.isEmpty() || !SIGNED.matcher(token).matches()) {
            return Uni.createFrom().nullItem();
        }
        var address = RemoteAddress.of(
                HttpSecurityUtils.getRoutingContextAttribute(request).request().remoteAddress());
        return context.runBlocking(() -> identity(issuer.get(), token, address));
    }

    private SecurityIdentity identity(JwtVerifier issuer, String token, String address) {
        var person = claims.person(token, issuer.claims(token));
        var known = known(person.zones());
        arrivals.note(person, known, address);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.username()))
                .addAttribute(CurrentUser.SIGNED_ON, person.roles());
        Role.including(person.roles()).forEach(role -> identity.addRole(role.name()));
        if (known != null) {
            identity.addAttribute(CurrentUser.ZONES, Set.copyOf(known));
        }
        return identity.build();
    }

    /** The existing ones of the claimed zones; looked up for each request, as for users of the service. */
    private @Nullable SortedSet<String> known(@Nullable Set<String> claimed) {
        if (claimed == null) {
            return null;
        }
        var known = new TreeSet<>(claimed);
        known.removeAll(QuarkusTransaction.requiringNew().call(() -> zones.unknown(claimed)));
        return known;
    }
}
