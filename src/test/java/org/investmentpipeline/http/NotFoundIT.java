package org.investmentpipeline.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.register;

import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of problems of the type not-found. */
@Tag("edge")
@QuarkusTest
class NotFoundIT {
    private static final String ABSENT = "999999999";

    /** The operations without a body that the contract has a 404 for, with values for the parameters of their paths. */
    static Stream<Arguments> operations() {
        return new OpenAPIV3Parser()
                .read("openapi/openapi.yaml").getPaths().entrySet().stream()
                        .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                                .filter(each -> List.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.DELETE)
                                        .contains(each.getKey()))
                                .filter(each -> each.getValue().getResponses().containsKey("404"))
                                .map(each -> Arguments.of(
                                        each.getKey().name(), path.getKey().replaceAll("\\{[^}]+}", ABSENT))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void aReaderOfChineseReadsNoEnglishNoun(String method, String path) {
        assertIsInChinese(method, path);
    }

    @Test
    void thePartsOfProjectsAndListsHaveChineseNouns() {
        var list = code("list");
        json(draft(list)).post("/api/v1/project-lists").then().statusCode(201);

        assertIsInChinese("DELETE", "/api/v1/projects/" + register() + "/moves/" + ABSENT);
        assertIsInChinese("GET", "/api/v1/project-lists/" + list + "/members/" + ABSENT + "/spans");
    }

    private static boolean isReasoned(String method, String path) {
        return method.equals("DELETE") && (path.contains("/moves/") || path.contains("/imports/"));
    }

    private static void assertIsInChinese(String method, String path) {
        given().header("Accept-Language", "zh")
                .header("If-Match", "*")
                .queryParams(isReasoned(method, path) ? Map.of("reason", "误录") : Map.of())
                .request(method, path)
                .then()
                .statusCode(404)
                .body("detail", matchesPattern("没有\\p{IsHan}+ " + ABSENT + "。"));
    }
}
