package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.patchFrom;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that are refused, and leave everything as it was. */
@QuarkusTest
@Tag("portable")
class AmendmentRefusalIT {
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-01");

    @Test
    void aChangeNeedsTheRevisionThatWasRead() {
        var id = register();
        var read = project(id).extract().header("ETag");

        conditional(null, id).statusCode(428).body("type", equalTo("/problems/version-required"));
        conditional("\"77\"", id).statusCode(412).body("type", equalTo("/problems/stale-version"));
        conditional("W/" + read, id).statusCode(412);
        conditional("\"77\", " + read, id).statusCode(200);
        conditional(read, id).statusCode(412);
    }

    private static ValidatableResponse conditional(@Nullable String tag, long id) {
        var request = tag == null ? given() : given().header("If-Match", tag);
        return request.contentType("application/merge-patch+json")
                .body(object("key", true))
                .patch(PATH + "/" + id)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json-patch+json", "text/plain"})
    void aPatchIsAMergePatch(String type) {
        var id = register();

        given().header("If-Match", "*")
                .header("Content-Type", type)
                .body("{\"key\":true}".getBytes(StandardCharsets.UTF_8))
                .patch(PATH + "/" + id)
                .then()
                .statusCode(415);

        project(id).body("key", is(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"investment\":{\"rate\":null}}|investment.rate",
                "{\"investment\":{\"currency\":null}}|investment.currency",
                "{\"investment\":{\"amount\":null}}|investment.amount",
                "{\"investment\":{\"amount\":5,\"rate\":null}}|investment.rate",
                "{\"investor\":{\"name\":null}}|investor.name",
                "{\"investor\":{\"id\":null,\"name\":\"甲\"}}|investor.id"
            })
    void aNullWithinAnObjectIsRefused(String body, String field) {
        var id = register("investment", object("amount", 100, "currency", "USD", "rate", 7));

        patch(id, body).statusCode(422).body("violations.field", contains(field));

        project(id).body("investment.rate", comparesEqualTo(7));
        patch(id, "{\"investment\":null}").statusCode(200).body("investment", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"code", "name", "key"})
    void whatEveryProjectHasCannotBeTakenAway(String field) {
        var id = register();

        patch(id, object(field, null)).statusCode(422).body("violations.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource({"agreement", "investment"})
    void whatSigningRequiredCannotBeTakenAway(String field) {
        var id = register("investment", cny("1"));
        move(id, "to", "SIGNED", "agreement", "FORMAL").statusCode(201);

        patch(id, object(field, null)).statusCode(422).body("violations.field", contains(field));
    }

    @Test
    void thereIsNoAgreementBeforeSigning() {
        var id = register("investment", cny("1"), "stages", JANUARY);
        move(id, "to", "SIGNED", "on", "2023-06-28", "agreement", "FRAMEWORK").statusCode(201);

        patchFrom("2023-06-27", id, object("agreement", "FORMAL"))
                .statusCode(422)
                .body("violations.field", contains("agreement"));
        patchFrom("2023-06-28", id, object("agreement", "FORMAL"))
                .statusCode(200)
                .body("agreement", equalTo("FORMAL"));
    }

    @Test
    void aCodeOfAnotherProjectIsTaken() {
        var taken = code("甲");
        register("code", taken);
        var id = register();

        patch(id, object("code", taken)).statusCode(409).body("type", equalTo("/problems/duplicate"));
        patch(id, object("code", code("乙"))).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31", "2999-01-01"})
    void aChangeLiesBetweenTheFirstDayAndToday(String day) {
        var id = register("stages", JANUARY);

        patchFrom(day, id, object("key", true)).statusCode(422).body("violations.field", contains("effectiveOn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sector\":\"nowhere\"}|422|sector",
                "{\"investor\":{\"id\":999999999}}|422|investor.id",
                "{\"investment\":{\"currency\":\"USD\"}}|422|investment.amount",
                "{\"investment\":{\"amount\":-1}}|422|investment.amount",
                "{\"investment\":{\"amount\":0.001}}|422|investment.amount",
                "{\"name\":\" \"}|422|name",
                "{\"leader\":\"unknown\"}|422|leader",
                "{\"stage\":\"SIGNED\"}|400|stage",
                "{\"investment\":{\"cny\":1}}|400|investment.cny",
                "{\"origin\":\"local\"}|400|origin",
                "[]|400|body",
                "null|422|body",
                "{\"name\":\"a\\u0000\"}|400|name"
            })
    void aWrongPatchChangesNothing(String patch, int status, String field) {
        var id = register();
        var tag = project(id).extract().header("ETag");

        patch(id, patch).statusCode(status).body("violations.field", hasItem(field));

        project(id).header("ETag", tag);
    }

    @Test
    void onlyAKnownProjectIsChanged() {
        patch(999_999_999, object("key", true))
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"))
                .body("detail", containsString("999999999"));
    }
}
