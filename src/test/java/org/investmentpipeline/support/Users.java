package org.investmentpipeline.support;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Given.json;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users of the service under test, made by the first one. */
public final class Users {
    public static final String PATH = "/api/v1/users";
    public static final String TOKENS = "/api/v1/tokens";
    public static final String PASSWORD = "another password";

    private Users() {}

    /** The name of a new user with these roles; limited to zones when any are given. */
    public static String user(List<String> roles, String... zones) {
        var username = Given.code("user");
        json(draft(username, roles, zones)).post(PATH).then().statusCode(201);
        return username;
    }

    public static Map<String, Object> draft(String username, List<String> roles, String... zones) {
        var draft = new HashMap<String, Object>(Map.of("username", username, "password", PASSWORD, "roles", roles));
        if (zones.length > 0) {
            draft.put("zones", List.of(zones));
        }
        return draft;
    }

    /** The header of a user who signs in. */
    public static String bearer(String username) {
        return "Bearer " + SignedIn.token(RestAssured.port, username, PASSWORD);
    }

    /** A request of a new user with these roles. */
    public static RequestSpecification as(List<String> roles, String... zones) {
        return by(bearer(user(roles, zones)));
    }

    /** A request with a header of authorization. */
    public static RequestSpecification by(String authorization) {
        return given().header("Authorization", authorization);
    }

    /** A request without any authorization. */
    public static RequestSpecification stranger() {
        return by(SignedIn.NOBODY);
    }
}
