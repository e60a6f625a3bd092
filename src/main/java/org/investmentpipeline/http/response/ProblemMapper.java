package org.investmentpipeline.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.http.HttpClosedException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.investmentpipeline.idempotency.ConcurrencyConflict;
import org.investmentpipeline.idempotency.LockTimeout;
import org.investmentpipeline.input.ConstraintTexts;
import org.investmentpipeline.input.JsonFault;
import org.investmentpipeline.outage.DatabaseUnavailable;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.rest.Language;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every exception to a problem; the only place that does. */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final Duration BUSY = Duration.ofSeconds(30);

    private static final String MULTIPART_PARSERS = "org.jboss.resteasy.reactive.server.core.multipart";

    @ServerExceptionMapper
    public Response map(Problem problem, HttpHeaders headers) {
        return ProblemBody.answer(problem, Language.of(headers));
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException refused, HttpHeaders headers) {
        var violations = refused.getConstraintViolations().stream()
                .map(ProblemMapper::violation)
                .distinct()
                .sorted(Comparator.comparing(Violation::field))
                .toList();
        return map(Problem.refused(violations), headers);
    }

    @ServerExceptionMapper
    public Response map(JsonProcessingException unreadable, HttpHeaders headers) {
        return map(Problem.invalid(JsonFault.of(unreadable)), headers);
    }

    /** Malformed JSON; mapped explicitly because Quarkus would answer these itself. */
    @ServerExceptionMapper
    public Response map(MismatchedInputException mismatch, HttpHeaders headers) {
        return map((JsonProcessingException) mismatch, headers);
    }

    @ServerExceptionMapper
    public Response map(WebApplicationException raised, HttpHeaders headers) {
        if (raised.getCause() instanceof Problem problem) {
            return map(problem, headers);
        }
        if (raised.getCause() instanceof JsonProcessingException unreadable) {
            return map(unreadable, headers);
        }
        var status = raised.getResponse().getStatus();
        if (status < 400) {
            return raised.getResponse();
        }
        return map(ofStatus(status), headers);
    }

    /** The failure of a truncated or malformed multipart body comes from its parser; any other failure to read is a fault of the service. */
    @ServerExceptionMapper
    public Response map(IOException failed, HttpHeaders headers) {
        var trace = failed.getStackTrace();
        if (trace.length > 0 && isOfParser(trace[0])) {
            return noForm(headers);
        }
        if (hasGone(failed)) {
            LOG.debug("A client went away before its request was read", failed);
            return map(Problem.invalid("body", "breaks off", "不完整"), headers);
        }
        return unexpected(failed, headers);
    }

    @ServerExceptionMapper
    public Response map(Throwable failed, HttpHeaders headers) {
        // Parsers of forms throw arbitrary exceptions for an invalid boundary, a part without a name or too many
        // parts.
        var inParser = failed instanceof RuntimeException
                && Arrays.stream(failed.getStackTrace()).anyMatch(ProblemMapper::isOfParser);
        return inParser ? noForm(headers) : unexpected(failed, headers);
    }

    private static boolean isOfParser(StackTraceElement frame) {
        return frame.getClassName().startsWith(MULTIPART_PARSERS);
    }

    private static boolean hasGone(IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException || cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    private Response noForm(HttpHeaders headers) {
        return map(
                Problem.invalid(
                        "body",
                        "is not a complete multipart form of named parts, or has too many of them",
                        "不是由具名部分组成的完整 multipart 表单，或部分过多"),
                headers);
    }

    private Response unexpected(Throwable unexpected, HttpHeaders headers) {
        return map(ofUnexpected(unexpected), headers);
    }

    /** The problem for an unexpected failure: lock timeout, concurrency conflict, unavailable database, time-out, or a fault of the service. */
    public static Problem ofUnexpected(Throwable unexpected) {
        if (LockTimeout.isIn(unexpected)) {
            LOG.debug("Waited too long for a lock", unexpected);
            return LockTimeout.problem();
        }
        if (ConcurrencyConflict.isIn(unexpected)) {
            LOG.debug("A concurrent change came first", unexpected);
            return Problem.of(
                    ProblemType.CONFLICT,
                    "The same resource was changed at the same time, or something still refers to it;"
                            + " read it again and retry.",
                    "同一对象刚被他人修改，或仍有内容引用它；请重新读取后再试。");
        }
        if (DatabaseUnavailable.isIn(unexpected)) {
            LOG.warnf(
                    "A request failed because the database was unavailable: %s",
                    DatabaseUnavailable.reason(unexpected));
            return DatabaseUnavailable.problem();
        }
        if (tookTooLong(unexpected)) {
            LOG.warn("A request took too long and was aborted", unexpected);
            return Problem.of(
                            ProblemType.UNAVAILABLE,
                            "The request took too long and was aborted; nothing was changed.",
                            "处理时间过长，已放弃，未作任何修改。")
                    .retryAfter(BUSY);
        }
        LOG.error("A request failed unexpectedly", unexpected);
        return Problem.of(
                ProblemType.INTERNAL,
                "The service failed; nothing was changed. The failure has been logged.",
                "服务出错，未作任何修改，已记入日志。");
    }

    /** Whether the transaction manager ended the transaction at its time-out. */
    private static boolean tookTooLong(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }

    /** The problem for a status without a body. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(ProblemType.INVALID_REQUEST, "The request could not be read.", "请求无法识别。");
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "Your token gives no access here.", "您的令牌无权访问此处。");
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "There is no resource at this address.", "该地址没有内容。");
            case 405 ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not support that method.", "该地址不支持此方法。");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "None of the media types in Accept is available here; omit the header.",
                        "此处不提供 Accept 所列的任何格式；请省略该请求头。");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is too large.", "请求内容过大。");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The Content-Type is missing or not supported here.",
                        "缺少 Content-Type，或此处不接受该类型。");
            default ->
                status < 500
                        ? Problem.of(ProblemType.INVALID_REQUEST, "The request could not be read.", "请求无法识别。")
                        : Problem.of(ProblemType.INTERNAL, "The service failed.", "服务出错。");
        };
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(
                field(violation.getPropertyPath()),
                new LocalizedText(
                        ConstraintTexts.message(violation, Locale.ENGLISH),
                        ConstraintTexts.message(violation, Locale.SIMPLIFIED_CHINESE)));
    }

    /** The path without the method and parameter that lead to the body. */
    private static String field(Path path) {
        var text = new StringBuilder();
        for (var node : path) {
            var ofBody = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT;
            if (!ofBody) {
                continue;
            }
            if (node.getIndex() != null) {
                text.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                text.append(text.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return text.isEmpty() ? "body" : text.toString();
    }
}
