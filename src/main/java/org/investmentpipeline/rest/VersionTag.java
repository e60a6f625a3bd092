package org.investmentpipeline.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The ETag of a single resource, which is its version in the database. */
public final class VersionTag {
    private VersionTag() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** 200 with the resource and its ETag. */
    public static <T> RestResponse<T> ok(T view, int version) {
        return RestResponse.ResponseBuilder.ok(view).tag(tag(version)).build();
    }

    /** 201 with the resource, its ETag and its Location; relative, so that no Host header is trusted. */
    public static <T> RestResponse<T> created(String path, T view, int version) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .tag(tag(version))
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /** A code as one segment of a path. */
    public static String segment(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Refuses a change without {@code If-Match} (428) or with an outdated one (412). */
    public static void require(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    ProblemType.VERSION_REQUIRED,
                    "Send If-Match with the ETag that was read (now \"%d\").",
                    "请在 If-Match 中给出读取时的 ETag（当前为 \"%d\"）。",
                    version);
        }
        check(ifMatch, version);
    }

    /** As {@link #require}, where {@code If-Match} may be left out. */
    public static void check(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        var tags = EntityTags.parse(ifMatch).orElseThrow(() -> malformed(ifMatch));
        var now = Integer.toString(version);
        if (tags.matchStrongly(now)) {
            return;
        }
        if (tags.matchWeakly(now)) {
            throw weak(ifMatch, version);
        }
        throw Problem.of(
                ProblemType.STALE_VERSION,
                "If-Match was %s but the ETag is now \"%d\"; read it again.",
                "If-Match 为 %s，而当前 ETag 为 \"%d\"；请重新读取。",
                ifMatch,
                version);
    }

    private static Problem malformed(String ifMatch) {
        return Problem.invalid(
                HttpHeaders.IF_MATCH,
                "was %s; expected * or ETags in double quotes, such as \"5\"",
                "给出的是 %s；应为 * 或带双引号的 ETag，如 \"5\"",
                ifMatch);
    }

    /** RFC 9110, 13.1.1: {@code If-Match} takes the strong comparison, in which a weak tag equals nothing. */
    private static Problem weak(String ifMatch, int version) {
        return Problem.of(
                ProblemType.STALE_VERSION,
                List.of(Violation.of(
                        HttpHeaders.IF_MATCH,
                        "was %s, a weak ETag, which never matches here; send \"%d\" without W/",
                        "给出的是弱 ETag %s，在此不与任何版本匹配；请去掉 W/，按返回的 \"%d\" 发送",
                        ifMatch,
                        version)));
    }
}
