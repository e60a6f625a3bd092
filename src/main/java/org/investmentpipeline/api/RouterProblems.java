package org.investmentpipeline.api;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.investmentpipeline.api.outage.Outage;
import org.jboss.logging.Logger;

/** What fails before a resource is found, or for want of one, is a problem as any other, and no page of the server's. */
@ApplicationScoped
public class RouterProblems {
    private static final Logger LOG = Logger.getLogger(RouterProblems.class);

    /** Before the server's own last word, which tells of exceptions. */
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    /** What the router answers by itself: an address it cannot read, or one that begins with no slash. */
    private static final List<Integer> ITS_OWN = List.of(400, 404, 405, 406, 413, 415, 500);

    private final RawAnswers answers;

    RouterProblems(RawAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(LAST_BUT_ONE).failureHandler(this::answer);
        ITS_OWN.forEach(status -> router.errorHandler(status, this::answer));
    }

    private void answer(RoutingContext failed) {
        if (failed.response().ended() || failed.failure() instanceof AuthenticationException) {
            failed.next();
            return;
        }
        var problem = RawRequests.problemOfAddress(failed.request());
        if (problem == null) {
            problem = ProblemMapper.ofStatus(status(failed));
        }
        if (Outage.isIn(failed.failure())) {
            LOG.warnf("A request found no database to tell who asks: %s", Outage.reason(failed.failure()));
            problem = Outage.problem();
        }
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.error("A request failed before a resource was found", failed.failure());
        }
        answers.send(failed, problem);
    }

    private static int status(RoutingContext failed) {
        if (failed.failure() instanceof ForbiddenException) {
            return 403;
        }
        return failed.statusCode() < 400 ? 500 : failed.statusCode();
    }
}
