package org.investmentpipeline.monitoring;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.investmentpipeline.support.SignedIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract at /q/openapi: the bytes that the build wrote, in both formats, and no model of it in memory. */
@Tag("edge")
@QuarkusTest
class ServedContractIT {
    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String JSON = "application/json;charset=UTF-8";

    @Inject
    OpenApiDocumentService extension;

    @Test
    void itIsTheCommittedContractByteForByte() throws Exception {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asByteArray();

        assertArrayEquals(Files.readAllBytes(Path.of("openapi/openapi.yaml")), served);
    }

    @Test
    void theExtensionReadsNoModelAtTheStart() {
        assertEquals(0, extension.getDocument("<default>", Format.YAML).length);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, " + YAML,
                "*/*, -, " + YAML,
                "application/yaml, -, " + YAML,
                "application/json, -, " + JSON,
                "application/json, YAML, " + YAML,
                "-, JSON, " + JSON,
                "-, json, " + JSON
            })
    void theFormatIsAskedForByAcceptOrParameter(String accept, String format, String type) {
        var asking = given().header("Accept", accept == null ? "" : accept);
        if (format != null) {
            asking.queryParam("format", format);
        }

        var answer = asking.get("/q/openapi").then().statusCode(200).header("Content-Type", equalTo(type));

        answer.header("Vary", equalTo("Accept"));
        answer.header("X-Content-Type-Options", equalTo("nosniff"));
        assertEquals(type.equals(JSON), answer.extract().asString().startsWith("{"));
    }

    @Test
    void jsonIsTheSameContract() {
        given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .body("openapi", equalTo("3.0.3"))
                .body("paths.'/api/v1/projects'.get.operationId", equalTo("listProjects"));
    }

    @Test
    void aRepeatWithItsTagCostsNothing() {
        var tag = given().get("/q/openapi").header("ETag");

        given().header("If-None-Match", tag)
                .get("/q/openapi")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", "W/" + tag).get("/q/openapi").then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get("/q/openapi").then().statusCode(200);
        given().header("If-None-Match", tag)
                .queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void headHasTheLengthOfTheBody() {
        var length = given().get("/q/openapi").asByteArray().length;

        given().head("/q/openapi").then().statusCode(200).header("Content-Length", equalTo(Integer.toString(length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "yml", "json"})
    void theOtherAddressesHaveItForUsers(String ending) {
        given().header("Authorization", SignedIn.bearer(RestAssured.port))
                .get("/q/openapi." + ending)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(ending.equals("json") ? JSON : YAML));
    }

    @Test
    void anotherMethodIsRefused() {
        given().header("Authorization", SignedIn.bearer(RestAssured.port))
                .post("/q/openapi")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
