package org.investmentpipeline.security.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Set;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/**
 * Authenticates requests by bearer token (RFC 6750). A missing or invalid token is answered with a problem, which gives the reason
 * where the verifier of the token supplies one.
 */
@ApplicationScoped
public class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "bearer ";
    private static final String REFUSAL = BearerAuthenticationMechanism.class.getName();

    private final ProblemWriter answers;

    BearerAuthenticationMechanism(ProblemWriter answers) {
        this.answers = answers;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        var token = new TokenCredential(header.substring(SCHEME.length()).strip(), "bearer");
        var request = new TokenAuthenticationRequest(token);
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return manager.authenticate(request).onFailure(Problem.class).transform(refusal -> {
            context.put(REFUSAL, refusal);
            return new AuthenticationFailedException(refusal);
        });
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        var refusal = Objects.requireNonNullElseGet(
                context.<Problem>get(REFUSAL), BearerAuthenticationMechanism::unauthenticated);
        return Uni.createFrom()
                .completionStage(answers.send(context, refusal).toCompletionStage())
                .replaceWith(true);
    }

    /** The problem of a request without valid authentication. */
    static Problem unauthenticated() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                "A valid bearer token is required (Authorization: Bearer); POST /api/v1/tokens issues one for a password.",
                "请以 Authorization: Bearer 方式给出有效令牌；可凭密码从 POST /api/v1/tokens 获取。");
    }
}
