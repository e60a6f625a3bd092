package org.investmentpipeline.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.File;
import java.util.List;
import java.util.Objects;
import org.investmentpipeline.input.BodyHash;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * Answers a POST repeated under its {@code Idempotency-Key} with the first response, without running it again. It
 * runs inside the transaction, so that the key is stored exactly when the change is committed.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class IdempotencyInterceptor {
    /** The header. */
    public static final String KEY = "Idempotency-Key";

    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String FORM = "[\\x21-\\x7e]{1,255}";

    private final CurrentVertxRequest current;
    private final SecurityIdentity identity;
    private final BodyHash body;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final TransactionSynchronizationRegistry transaction;

    IdempotencyInterceptor(
            CurrentVertxRequest current,
            SecurityIdentity identity,
            BodyHash body,
            IdempotencyKeys keys,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction) {
        this.current = current;
        this.identity = identity;
        this.body = body;
        this.keys = keys;
        this.json = json;
        this.transaction = transaction;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var request = current.getCurrent().request();
        var given = request.headers().getAll(KEY);
        if (given.isEmpty() || !request.method().name().equals("POST")) {
            return call.proceed();
        }
        var key = key(given);
        var fingerprint = fingerprint(key, request, call);
        var username = identity.getPrincipal().getName();
        var before = keys.find(username, Hash.of(key));
        if (before.isPresent()) {
            return replayed(before.get(), fingerprint);
        }
        keys.claim(username, Hash.of(key), fingerprint);
        var answer = call.proceed();
        if (transaction.getRollbackOnly()) {
            // A dry run stores nothing, and no key either.
            return answer;
        }
        keys.keep(username, Hash.of(key), answer((RestResponse<?>) answer, fingerprint));
        return answer;
    }

    private static String key(List<String> given) {
        if (given.size() > 1 || !given.get(0).matches(FORM)) {
            throw Problem.invalid(
                    KEY,
                    "expected one key of 1 to 255 visible ASCII characters, such as a UUID",
                    "应为一个由 1 至 255 个可见 ASCII 字符组成的键，如 UUID");
        }
        return given.get(0);
    }

    /** The key is part of the hash and not stored itself, so that a password in the body cannot be guessed from the stored hash. */
    private String fingerprint(String key, HttpServerRequest request, InvocationContext call) throws Exception {
        for (var parameter : call.getParameters()) {
            if (parameter instanceof MultipartFormDataInput form) {
                body.note(form);
            } else if (parameter instanceof File file) {
                body.note(file);
            }
        }
        var query = Objects.requireNonNullElse(request.query(), "");
        return Hash.of(List.of(key, request.method(), request.path(), query, body.hash()));
    }

    private IdempotencyKeys.Kept answer(RestResponse<?> answer, String fingerprint) throws JsonProcessingException {
        var location = answer.getHeaderString("Location");
        var tag = answer.getEntityTag();
        return new IdempotencyKeys.Kept(
                fingerprint,
                answer.getStatus(),
                location,
                tag == null ? null : "\"" + tag.getValue() + "\"",
                json.writeValueAsString(answer.getEntity()));
    }

    private static RestResponse<Object> replayed(IdempotencyKeys.Kept kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw Problem.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used for another request; use a new one.",
                    "该 Idempotency-Key 已用于另一请求，请换用新的键。");
        }
        var answer = RestResponse.ResponseBuilder.<Object>create(kept.status())
                .entity(kept.body())
                .header(REPLAYED, "true");
        if (kept.location() != null) {
            answer.header("Location", kept.location());
        }
        if (kept.etag() != null) {
            answer.header("ETag", kept.etag());
        }
        return answer.build();
    }
}
