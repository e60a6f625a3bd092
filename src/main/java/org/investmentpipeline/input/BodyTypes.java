package org.investmentpipeline.input;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;

/** Checks the headers of a body: exactly one Content-Type without wildcards, UTF-8, and no Content-Encoding. */
@Provider
public class BodyTypes implements ContainerRequestFilter {
    private static final Pattern ONE_TYPE = Pattern.compile("[^\\s/;,*]+/[^\\s/;,*]+\\s*(;[^,]*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
    private static final int LONGEST = 200;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!hasBody(request)) {
            return;
        }
        var types = given(request, HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1
                || types.get(0).length() > LONGEST
                || !ONE_TYPE.matcher(types.get(0)).matches()) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A request body needs exactly one Content-Type, such as application/json.",
                    "请求内容须注明 Content-Type，如 application/json，且只注明一次。");
        }
        var charset = CHARSET.matcher(types.get(0));
        while (charset.find()) {
            refuseUnless(List.of("utf-8", "utf8"), charset.group(1));
        }
        given(request, HttpHeaders.CONTENT_ENCODING).forEach(coding -> refuseUnless(List.of("identity"), coding));
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null ? !"0".equals(length) : request.getHeaderString("Transfer-Encoding") != null;
    }

    private static List<String> given(ContainerRequestContext request, String header) {
        return request.getHeaders().getOrDefault(header, List.of());
    }

    private static void refuseUnless(List<String> taken, String given) {
        if (!taken.contains(given.strip().toLowerCase(Locale.ROOT))) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "A request body must be UTF-8 and not compressed.",
                    "请求内容须为 UTF-8，且不得压缩。");
        }
    }
}
