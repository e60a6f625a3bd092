package org.investmentpipeline.support;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever a test does not name is the first user of the service, who may do everything. */
public final class SignedIn implements Filter {
    /** What the tests configure as the password of the first user. */
    public static final String PASSWORD = "a password of the tests";

    /** As the value of {@code Authorization}: no such header is sent. */
    public static final String NOBODY = "nobody";

    private static final String HEADER = "Authorization";
    private static final Map<Integer, String> TOKENS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName(HEADER)) {
            request.header(HEADER, bearer());
        } else if (NOBODY.equals(request.getHeaders().getValue(HEADER))) {
            request.removeHeader(HEADER);
        }
        return context.next(request, expected);
    }

    /** Forgets the token of a service that is gone: another may get its port. */
    static void forget(int port) {
        TOKENS.remove(port);
    }

    /** The header of the first user of the service under test. */
    public static String bearer() {
        return bearer(RestAssured.port);
    }

    /** The header of the first user of a service on this machine. */
    public static String bearer(int port) {
        return TOKENS.computeIfAbsent(port, any -> "Bearer " + token(port, "admin", PASSWORD));
    }

    /** A new token of a user. */
    public static String token(int port, String username, String password) {
        return token(port, username, password, "{\"name\":\"tests\"}");
    }

    /** The first token of a user whose password an administrator set, and who chooses another. */
    public static String firstToken(int port, String username, String password, String chosen) {
        return token(port, username, password, "{\"name\":\"tests\",\"newPassword\":\"%s\"}".formatted(chosen));
    }

    private static String token(int port, String username, String password, String draft) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/tokens"))
                .header(HEADER, basic(username, password))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(draft))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AssertionError(username + " is not let in: " + answer.body());
            }
            return answer.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The header that gives a name and a password. */
    public static String basic(String username, String password) {
        var plain = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }
}
