package org.investmentpipeline.support;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Fixtures.json;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Users of the service under test, made by the first one. */
public final class Users {
    public static final String PATH = "/api/v1/users";
    public static final String TOKENS = "/api/v1/tokens";
    /** The password that a user chooses at the first sign-in. */
    public static final String PASSWORD = "another password";

    /** The password of a draft, set by an administrator. */
    public static final String INITIAL = "given by the administrator";

    /** Those who have not signed in yet; they choose their password when they do. */
    private static final Set<String> NEW = ConcurrentHashMap.newKeySet();

    private Users() {}

    /**
     * The name of a new user with these roles; limited to zones when any are given. It has {@link #PASSWORD} after the first
     * {@link #bearer}, or at once if {@link #settled}.
     */
    public static String user(List<String> roles, String... zones) {
        var username = Fixtures.code("user");
        json(draft(username, roles, zones)).post(PATH).then().statusCode(201);
        NEW.add(username);
        return username;
    }

    /** A user who has signed in once, and chosen a password. */
    public static String settled(List<String> roles, String... zones) {
        var username = user(roles, zones);
        bearer(username);
        return username;
    }

    public static Map<String, Object> draft(String username, List<String> roles, String... zones) {
        var draft = new HashMap<String, Object>(Map.of("username", username, "password", INITIAL, "roles", roles));
        if (zones.length > 0) {
            draft.put("zones", List.of(zones));
        }
        return draft;
    }

    /** The header of a user who signs in. */
    public static String bearer(String username) {
        return "Bearer "
                + (NEW.remove(username)
                        ? SignedIn.firstToken(RestAssured.port, username, INITIAL, PASSWORD)
                        : SignedIn.token(RestAssured.port, username, PASSWORD));
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
