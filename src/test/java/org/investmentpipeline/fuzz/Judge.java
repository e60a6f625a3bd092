package org.investmentpipeline.fuzz;

import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.investmentpipeline.support.ContractFilter;
import org.investmentpipeline.support.SignedIn;

/**
 * Sends requests as the first user and says what is wrong with an answer: a 5xx, a status, header, media type or body that the
 * contract does not describe for the operation, or a success where the contract forbids the request.
 */
final class Judge {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An address or headers that are too long, which the contract tells of as a whole. */
    private static final Set<Integer> OF_THE_PARSER = Set.of(414, 431);

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private HttpClient client = client();
    private final ContractFilter contract = new ContractFilter("openapi/openapi.yaml");
    private final int port;
    private String token;
    private String before = "nothing";

    Judge(int port) {
        this.port = port;
        this.token = SignedIn.token(port, "admin", SignedIn.PASSWORD);
    }

    /** An answer, and what is wrong with it. */
    record Judged(HttpResponse<String> answer, Optional<String> fault) {
        int status() {
            return answer.statusCode();
        }

        boolean isSuccess() {
            return status() < 300;
        }

        JsonNode body() {
            try {
                return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            } catch (JsonProcessingException noJson) {
                return MissingNode.getInstance();
            }
        }
    }

    Judged send(Request request) throws IOException, InterruptedException {
        var answer = answer(request);
        if (answer.statusCode() == 401 && !request.headers().containsKey("Authorization")) {
            // The token was ended by one of the requests before.
            token = SignedIn.token(port, "admin", SignedIn.PASSWORD);
            answer = answer(request);
        }
        return new Judged(answer, fault(request, answer));
    }

    private HttpResponse<String> answer(Request request) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + request.address());
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        var sent = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .method(request.target().method(), body)
                .setHeader("Authorization", authorization(request));
        request.headers().forEach(sent::setHeader);
        try {
            var answer = client.send(sent.build(), HttpResponse.BodyHandlers.ofString());
            before = request + " with " + answer.statusCode();
            if (isOfTheParser(answer)) {
                // The server closes the connection behind it.
                client = client();
            }
            return answer;
        } catch (IOException none) {
            throw new IOException("no answer to " + request + " after " + before, none);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static boolean isOfTheParser(HttpResponse<String> answer) {
        return OF_THE_PARSER.contains(answer.statusCode()) && answer.body().isEmpty();
    }

    private String authorization(Request request) {
        var asked = request.target().operation().getSecurity();
        return asked.get(0).containsKey("password") ? SignedIn.basic("admin", SignedIn.PASSWORD) : "Bearer " + token;
    }

    private Optional<String> fault(Request request, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= SERVER_ERROR) {
            return Optional.of("is a server error");
        }
        if (isOfTheParser(answer)) {
            return Optional.empty();
        }
        if (!request.target().operation().getResponses().containsKey(Integer.toString(status))) {
            return Optional.of("has a status that the contract does not name");
        }
        if (status < CLIENT_ERROR && request.flaw() != null) {
            return Optional.of("accepts " + request.flaw());
        }
        var seen = SimpleResponse.Builder.status(status);
        answer.headers().map().forEach(seen::withHeader);
        try {
            contract.check(
                    request.target().method(),
                    answer.uri().getRawPath(),
                    (answer.body().isEmpty() ? seen : seen.withBody(answer.body())).build());
            return Optional.empty();
        } catch (AssertionError against) {
            return Optional.of(String.valueOf(against.getMessage())
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElse("is against the contract"));
        }
    }
}
