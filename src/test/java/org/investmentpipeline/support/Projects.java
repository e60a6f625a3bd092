package org.investmentpipeline.support;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Fixtures.json;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects over HTTP: registered, changed, moved and listed in a few words. Objects are written as names and values in turn. */
public final class Projects {
    public static final String PATH = "/api/v1/projects";

    private Projects() {}

    /** A JSON object of names and values in turn; a null stays in it. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    public static Map<String, @Nullable Object> cny(String amount) {
        return object("amount", new BigDecimal(amount));
    }

    public static Map<String, @Nullable Object> money(String amount, String currency) {
        return object("amount", new BigDecimal(amount), "currency", currency);
    }

    /** What a signed project has. */
    public static Map<String, @Nullable Object> signed(String on, String amount) {
        return object(
                "stage", "SIGNED", "stages", Map.of("SIGNED", on), "agreement", "FORMAL", "investment", cny(amount));
    }

    /** A draft with a name, and with what is given. */
    public static Map<String, @Nullable Object> draft(@Nullable Object... namesAndValues) {
        var draft = object("name", "滨江新材料产业园");
        draft.putAll(object(namesAndValues));
        return draft;
    }

    /** The answer to a registration. */
    public static ValidatableResponse post(Map<String, @Nullable Object> draft) {
        return json(draft).post(PATH).then();
    }

    /** A registered project, as it was answered. */
    public static JsonPath registered(@Nullable Object... namesAndValues) {
        return post(draft(namesAndValues)).statusCode(201).extract().jsonPath();
    }

    /** The id of a registered project. */
    public static long register(@Nullable Object... namesAndValues) {
        return Json.of(post(draft(namesAndValues)).statusCode(201).extract())
                .path("id")
                .asLong();
    }

    /** A project as it is. */
    public static ValidatableResponse project(long id) {
        return given().get(PATH + "/" + id).then();
    }

    public static ValidatableResponse move(long id, @Nullable Object... namesAndValues) {
        return json(object(namesAndValues)).post(PATH + "/" + id + "/moves").then();
    }

    /** Moves that stand, the latest last. */
    public static long latestMove(long id) {
        var moves = Json.of(project(id).extract()).path("moves");
        return moves.path(moves.size() - 1).path("id").asLong();
    }

    public static ValidatableResponse reverse(long id, long move, String reason) {
        return given().queryParam("reason", reason)
                .delete(PATH + "/" + id + "/moves/" + move)
                .then();
    }

    public static ValidatableResponse turn(long id, @Nullable Object... namesAndValues) {
        return json(object(namesAndValues)).put(PATH + "/" + id + "/status").then();
    }

    /** A merge patch that holds from today. */
    public static ValidatableResponse patch(long id, Object patch) {
        return given().header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(PATH + "/" + id)
                .then();
    }

    /** A merge patch that holds from a day. */
    public static ValidatableResponse patchFrom(String day, long id, Object patch) {
        return given().header("If-Match", "*")
                .queryParam("effectiveOn", day)
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(PATH + "/" + id)
                .then();
    }

    public static ValidatableResponse delete(long id) {
        return given().header("If-Match", "*").delete(PATH + "/" + id).then();
    }

    /** What a path answers to a query such as {@code sector=a&sector=b}, whose values are written plainly. */
    public static Response asked(String path, String query) {
        return asked(path, query, given());
    }

    /** As {@link #asked(String, String)}, by a request begun already. */
    public static Response asked(String path, String query, RequestSpecification request) {
        for (var parameter : query.split("&", -1)) {
            var sign = parameter.indexOf('=');
            request.queryParam(parameter.substring(0, sign), parameter.substring(sign + 1));
        }
        return request.get(path);
    }

    public static ValidatableResponse list(String query) {
        return asked(PATH, query).then().statusCode(200);
    }

    public static ValidatableResponse totals(String query) {
        return asked("/api/v1/totals", query).then().statusCode(200);
    }

    public static ValidatableResponse flows(String query) {
        return asked("/api/v1/flows", query).then().statusCode(200);
    }

    public static List<String> names(String query) {
        var names = new ArrayList<String>();
        Json.of(list(query).extract())
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        return names;
    }

    /** The moment of knowledge that a reader is given now. */
    public static String knownAt() {
        return Json.of(given().get("/api/v1/totals").then().statusCode(200).extract())
                .path("knownAt")
                .asText();
    }
}
