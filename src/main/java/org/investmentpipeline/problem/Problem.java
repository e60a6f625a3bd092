package org.investmentpipeline.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, thrown anywhere and answered as RFC 9457 {@code application/problem+json} in the reader's language.
 */
@SuppressWarnings("serial") // never serialised by Java; only its JSON is sent
public class Problem extends RuntimeException {
    private final ProblemType type;
    private final LocalizedText detail;
    private final List<Violation> violations;
    private final Map<String, Object> extensions;
    private final @Nullable Duration retryAfter;

    private Problem(
            ProblemType type,
            LocalizedText detail,
            List<Violation> violations,
            Map<String, Object> extensions,
            @Nullable Duration retryAfter) {
        super(detail.en() + (violations.isEmpty() ? "" : " " + violations), null, false, false);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.extensions = extensions;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemType type, String en, String zh, @Nullable Object... arguments) {
        return new Problem(type, LocalizedText.of(en, zh, arguments), List.of(), Map.of(), null);
    }

    public static Problem of(ProblemType type, LocalizedText detail) {
        return new Problem(type, detail, List.of(), Map.of(), null);
    }

    /** Unreadable, unknown or wrongly typed input: 400. */
    public static Problem invalid(Violation... violations) {
        return of(ProblemType.INVALID_REQUEST, List.of(violations));
    }

    public static Problem invalid(String field, String en, String zh, @Nullable Object... arguments) {
        return invalid(Violation.of(field, en, zh, arguments));
    }

    /** Well formed but against a rule: 422. */
    public static Problem refused(List<Violation> violations) {
        return of(ProblemType.REFUSED, violations);
    }

    public static Problem refused(String field, String en, String zh, @Nullable Object... arguments) {
        return refused(List.of(Violation.of(field, en, zh, arguments)));
    }

    public static Problem notFound(LocalizedText noun, Object id) {
        return of(ProblemType.NOT_FOUND, "There is no " + noun.en() + " %s.", "没有" + noun.zh() + " %s。", id);
    }

    /** A problem whose detail names the first of its violations and the number of the others. */
    public static Problem of(ProblemType type, List<Violation> violations) {
        var more = violations.size() > 1 ? violations.size() - 1 : 0;
        var first = violations.get(0);
        var detail = LocalizedText.of(
                more == 0 ? "%1$s: %2$s" : "%1$s: %2$s (and %4$d more)",
                more == 0 ? "%1$s：%3$s" : "%1$s：%3$s（另有 %4$d 处）",
                first.field(),
                first.message().en(),
                first.message().zh(),
                more);
        return new Problem(type, detail, violations, Map.of(), null);
    }

    /** The same problem with further members of its body, as RFC 9457 allows. */
    public Problem with(Map<String, Object> members) {
        return new Problem(type, detail, violations, members, retryAfter);
    }

    /** The same problem with {@code Retry-After}. */
    public Problem retryAfter(Duration wait) {
        return new Problem(type, detail, violations, extensions, wait);
    }

    public ProblemType type() {
        return type;
    }

    public LocalizedText detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    /** Additional headers of the response: {@code Retry-After}, {@code WWW-Authenticate}. */
    public Map<String, String> headers() {
        if (type == ProblemType.UNAUTHENTICATED) {
            return Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return retryAfter == null
                ? Map.of()
                : Map.of(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** The violations of a thrown problem, or its detail as one violation of the whole. */
    public List<Violation> asViolations() {
        return violations.isEmpty() ? List.of(new Violation("", detail)) : violations;
    }

    /** Throws a problem unless the list is empty. */
    public static void refuseIfAny(@Nullable List<Violation> found) {
        if (found != null && !found.isEmpty()) {
            throw refused(found);
        }
    }
}
