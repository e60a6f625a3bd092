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

/** What a caller hears who lacks the role, or is not signed in. Who lacks the role is noted in the audit trail. */
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
                Problem.of(ProblemType.UNAUTHENTICATED, "Send a token that holds.", "请给出有效令牌。"), Language.of(headers));
    }

    /** Roles are checked where nothing may wait; the trail is written elsewhere. */
    @ServerExceptionMapper
    public Uni<Response> map(ForbiddenException forbidden, HttpHeaders headers, Request request, UriInfo address) {
        var asked = request.getMethod() + " " + address.getPath();
        var actor = actors.current();
        var answer = ProblemBody.answer(
                Problem.of(
                        ProblemType.FORBIDDEN, "Your token does not have the role that this needs.", "您的令牌没有此操作所需的角色。"),
                Language.of(headers));
        return Uni.createFrom()
                .item(() -> {
                    refused.note(actor, asked);
                    return answer;
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(DatabaseUnavailable::isIn)
                .recoverWithItem(() -> ProblemBody.answer(DatabaseUnavailable.problem(), Language.of(headers)));
    }
}
