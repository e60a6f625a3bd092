package org.investmentpipeline.support;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Ledgers and their import over HTTP. */
public final class Ledgers {
    public static final String PATH = "/api/v1/imports";

    private Ledgers() {}

    /** A ledger of the test resources. */
    public static byte[] file(String name) {
        try (var in = Ledgers.class.getResourceAsStream("/ledgers/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CSV of these lines. */
    public static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** The answer to an import; further parts of the form are given as names and values in turn. */
    public static ValidatableResponse send(byte[] ledger, String... parts) {
        return send("en", ledger, parts);
    }

    /** The answer to an import by a reader of a language. */
    public static ValidatableResponse send(String language, byte[] ledger, String... parts) {
        var request = given().header("Accept-Language", language)
                .multiPart("file", "ledger", ledger, "application/octet-stream");
        for (var i = 0; i < parts.length; i += 2) {
            request.multiPart(new MultiPartSpecBuilder(parts[i + 1])
                    .controlName(parts[i])
                    .mimeType("text/plain")
                    .charset(StandardCharsets.UTF_8)
                    .build());
        }
        return request.post(PATH).then();
    }

    /** The report of an import that is taken over. */
    public static JsonPath imported(byte[] ledger, String... parts) {
        return send(ledger, parts).statusCode(200).extract().jsonPath();
    }

    /** The code of the catalogue's entry with a Chinese name; empty when there is none. */
    public static String codeNamed(String catalogue, String name) {
        var found = given().queryParam("limit", 500)
                .get(catalogue)
                .jsonPath()
                .<String>get("items.find { it.name.zh == '" + name + "' }?.code");
        return found == null ? "" : found;
    }
}
