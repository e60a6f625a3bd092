package org.investmentpipeline.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.investmentpipeline.api.Language;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemBody;
import org.investmentpipeline.api.ProblemType;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.Deed;
import org.investmentpipeline.security.audit.Subject;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a caller hears who lacks the role, or is not signed in. Who lacks the role is noted in the audit trail. */
public class AccessProblems {
    private static final int LONGEST_NOTE = 500;

    private final Caller caller;
    private final AuditTrail trail;
    private final EntityManager entities;

    AccessProblems(Caller caller, AuditTrail trail, EntityManager entities) {
        this.caller = caller;
        this.trail = trail;
        this.entities = entities;
    }

    @ServerExceptionMapper
    public Response map(UnauthorizedException nobody, HttpHeaders headers) {
        return ProblemBody.answer(
                Problem.of(ProblemType.UNAUTHENTICATED, "Send a token that holds.", "请给出有效令牌。"), Language.of(headers));
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException forbidden, HttpHeaders headers, Request request, UriInfo address) {
        var asked = request.getMethod() + " " + address.getPath();
        QuarkusTransaction.requiringNew().run(() -> record(asked));
        return ProblemBody.answer(
                Problem.of(
                        ProblemType.FORBIDDEN, "Your token does not have the role that this needs.", "您的令牌没有此操作所需的角色。"),
                Language.of(headers));
    }

    private void record(String asked) {
        entities.createNativeQuery("select id from users where username = :username for update", Long.class)
                .setParameter("username", caller.username())
                .getResultList();
        var note = asked.length() <= LONGEST_NOTE ? asked : asked.substring(0, LONGEST_NOTE);
        trail.record(Deed.of(Subject.user(caller.username()), "REFUSED", note));
    }
}
