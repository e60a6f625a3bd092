package org.investmentpipeline.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Refusals.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If-Match compares strongly and If-None-Match weakly (RFC 9110, 13.1), for every resource that has an ETag. */
@Tag("edge")
@QuarkusTest
class ConditionalRequestIT {
    @ParameterizedTest(name = "If-Match: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{tag}|200",
                "\"x\", {tag}|200",
                "{tag},, \"x\"|200",
                "W/{tag}, {tag}|200",
                "*|200",
                "W/{tag}|412",
                "\"x\", W/{tag}|412",
                "\"x\"|412",
                "W/\"x\"|412",
                "\"\"|412",
                "{bare}|400",
                "w/{tag}|400",
                "*, {tag}|400",
                "{tag} {tag}|400",
                "{tag};|400",
                "\"{bare}|400"
            })
    void aChangeComparesStrongly(String ifMatch, int status) {
        var id = register();
        var zone = "/api/v1/zones/" + Fixtures.zone();
        var project = Projects.PATH + "/" + id;

        assertChanged(
                status,
                ifMatch,
                project,
                () -> given().contentType("application/merge-patch+json").body("{\"key\":true}"),
                "PATCH");
        assertChanged(
                status,
                ifMatch,
                project + "/status",
                () -> json(Map.of("status", "SUSPENDED", "reason", "r")),
                "PUT",
                project);
        assertChanged(status, ifMatch, zone, () -> json(Map.of("name", Map.of("zh", "新"), "active", true)), "PUT");
    }

    @Test
    void aWeakTagIsRefusedByTheNameOfItsHeader() {
        var id = register();
        var tag = given().get(Projects.PATH + "/" + id).header("ETag");

        for (var language : List.of("en", "zh")) {
            var answer = patched(id, "W/" + tag, language);
            assertEquals(412, answer.statusCode());
            assertSays("/problems/stale-version", "If-Match", language, answer);
            answer.then().body("detail", containsString("W/" + tag));

            assertSays("/problems/invalid-request", "If-Match", language, patched(id, "garbage", language));
        }
    }

    @Test
    void linesOfAHeaderAreOneList() {
        var id = register();
        var path = Projects.PATH + "/" + id;
        var tag = given().get(path).header("ETag");

        var list = Projects.PATH + "?zone=" + Fixtures.zone();
        var known = given().get(list).header("ETag");

        given().header("If-None-Match", "\"x\"", known).get(list).then().statusCode(304);
        given().header("If-Match", "\"x\"", tag)
                .contentType("application/merge-patch+json")
                .body("{\"key\":true}")
                .patch(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "If-None-Match: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{tag}|304",
                "W/{tag}|304",
                "\"x\", W/{tag}|304",
                "W/\"x\",{tag}|304",
                "*|304",
                "\"x\"|200",
                "W/\"x\"|200",
                "{bare}|200",
                "w/{tag}|200",
                "{tag} {tag}|200",
                "*, {tag}|200"
            })
    void aReadComparesWeakly(String ifNoneMatch, int status) {
        var zone = Fixtures.zone();

        for (var path : List.of(
                Projects.PATH + "?zone=" + zone,
                "/api/v1/totals?zone=" + zone,
                "/api/v1/flows?period=2023&zone=" + zone)) {
            var first = given().get(path).then().statusCode(200).extract().response();
            var tag = first.header("ETag");

            var second =
                    given().header("If-None-Match", filled(ifNoneMatch, tag)).get(path);

            assertEquals(status, second.statusCode(), path);
            assertEquals(tag, second.header("ETag"), path);
            assertEquals(status == 304, second.asString().isEmpty(), path);
        }
    }

    /** Its ETag is the version of what is changed; the answer also shows what other changes make of it. */
    @Test
    void aSingleResourceIsAlwaysAnsweredWhole() {
        for (var path :
                List.of(Projects.PATH + "/" + register(), "/api/v1/zones/" + Fixtures.zone(), "/api/v1/size-tiers")) {
            var tag = given().get(path).header("ETag");

            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", tag);
        }
    }

    private static Response patched(long id, String ifMatch, String language) {
        return given().header("If-Match", ifMatch)
                .header("Accept-Language", language)
                .contentType("application/merge-patch+json")
                .body("{\"key\":true}")
                .patch(Projects.PATH + "/" + id);
    }

    private static void assertChanged(
            int status,
            String ifMatch,
            String path,
            java.util.function.Supplier<io.restassured.specification.RequestSpecification> request,
            String method) {
        assertChanged(status, ifMatch, path, request, method, path);
    }

    private static void assertChanged(
            int status,
            String ifMatch,
            String path,
            java.util.function.Supplier<io.restassured.specification.RequestSpecification> request,
            String method,
            String read) {
        var tag = given().get(read).header("ETag");

        var answer = request.get().header("If-Match", filled(ifMatch, tag)).request(method, path);

        assertEquals(status, answer.statusCode(), answer.asString());
        assertTrue(status == 200 || tag.equals(given().get(read).header("ETag")), "nothing changed");
    }

    private static String filled(String header, String tag) {
        return header.replace("{tag}", tag).replace("{bare}", tag.replace("\"", ""));
    }
}
