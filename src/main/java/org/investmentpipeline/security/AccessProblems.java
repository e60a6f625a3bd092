package org.investmentpipeline.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.investmentpipeline.http.response.ProblemBody;
import org.investmentpipeline.outage.DatabaseUnavailable;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Language;
import org.investmentpipeline.security.audit.Actor;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refused access: 401 without authentication, 403 without the role, which is recorded in the audit trail. */
public class AccessProblems {
    private final Actor.Finder actors;
    private final AccessDenialAudit refused;

    AccessProblems(Actor.Finder actors, AccessDenialAudit refused) {
        this.actors = actors;
        this.refused = refused;
    }

    @ServerExceptionMapper
    public Response map(UnauthorizedException nobody, HttpHeaders headers) {
        return ProblemBody.answer(
                Problem.of(ProblemType.UNAUTHENTICATED, "A valid bearer token is required.", "请给出有效令牌。"),
                Language.of(headers));
    }

    /** Roles are checked on the event loop, which must not block; the trail is written on a worker thread. */
    @ServerExceptionMapper
    public Uni<Response> map(ForbiddenException forbidden, HttpHeaders headers, Request request, UriInfo address) {
        var operation = request.getMethod() + " " + address.getPath();
        var actor = actors.current();
        var answer = ProblemBody.answer(
                Problem.of(
                        ProblemType.FORBIDDEN,
                        "Your token does not have the role required for this operation.",
                        "您的令牌没有此操作所需的角色。"),
                Language.of(headers));
        return Uni.createFrom()
                .item(() -> {
                    refused.note(actor, operation);
                    return answer;
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(DatabaseUnavailable::isIn)
                .recoverWithItem(() -> ProblemBody.answer(DatabaseUnavailable.problem(), Language.of(headers)));
    }
}
