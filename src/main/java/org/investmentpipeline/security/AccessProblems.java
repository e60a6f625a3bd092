package org.investmentpipeline.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.api.Language;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemBody;
import org.investmentpipeline.api.ProblemType;
import org.investmentpipeline.api.outage.Outage;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.Deed;
import org.investmentpipeline.security.audit.Subject;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a caller hears who lacks the role, or is not signed in. Who lacks the role is noted in the audit trail. */
public class AccessProblems {
    private static final int LONGEST_NOTE = 500;

    private final Actor.Finder actors;
    private final AuditTrail trail;
    private final EntityManager entities;

    AccessProblems(Actor.Finder actors, AuditTrail trail, EntityManager entities) {
        this.actors = actors;
        this.trail = trail;
        this.entities = entities;
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
                    trail.alone(() -> record(actor, asked));
                    return answer;
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(Outage::isIn)
                .recoverWithItem(() -> ProblemBody.answer(Outage.problem(), Language.of(headers)));
    }

    /** Users of the service are locked; who signed on elsewhere has nothing to lock. */
    private void record(Actor actor, String asked) {
        var username = Objects.requireNonNull(actor.username(), "a stranger is told to sign in");
        entities.createNativeQuery("select id from users where username = :username for update", Long.class)
                .setParameter("username", username)
                .getResultList();
        var note = asked.length() <= LONGEST_NOTE ? asked : asked.substring(0, LONGEST_NOTE);
        trail.record(List.of(Deed.of(Subject.user(username), "REFUSED", note)), actor);
    }
}
