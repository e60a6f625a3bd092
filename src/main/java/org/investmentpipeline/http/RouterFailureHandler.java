package org.investmentpipeline.http;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.investmentpipeline.http.response.ProblemMapper;
import org.investmentpipeline.http.response.ProblemWriter;
import org.investmentpipeline.problem.Problem;

/** Answers router errors as problem+json when no resource matched, instead of the error page of the server. */
@ApplicationScoped
public class RouterFailureHandler {
    /** Before the failure handler of the server, which shows exceptions. */
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    /** The status that the router answers itself: for an address it cannot parse, or one without a leading slash. */
    private static final List<Integer> ITS_OWN = List.of(400, 404, 405, 406, 413, 415, 500);

    private final ProblemWriter answers;

    RouterFailureHandler(ProblemWriter answers) {
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
        answers.send(failed, problem(failed));
    }

    private static Problem problem(RoutingContext failed) {
        var ofAddress = RequestLineFilter.problemOfAddress(failed.request());
        if (ofAddress != null) {
            return ofAddress;
        }
        var status = status(failed);
        return status < 500 || failed.failure() == null
                ? ProblemMapper.ofStatus(status)
                : ProblemMapper.ofUnexpected(failed.failure());
    }

    private static int status(RoutingContext failed) {
        if (failed.failure() instanceof ForbiddenException) {
            return 403;
        }
        return failed.statusCode() < 400 ? 500 : failed.statusCode();
    }
}
