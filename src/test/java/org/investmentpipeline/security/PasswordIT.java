package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Users.INITIAL;
import static org.investmentpipeline.support.Users.PASSWORD;
import static org.investmentpipeline.support.Users.PATH;
import static org.investmentpipeline.support.Users.TOKENS;
import static org.investmentpipeline.support.Users.bearer;
import static org.investmentpipeline.support.Users.by;
import static org.investmentpipeline.support.Users.settled;
import static org.investmentpipeline.support.Users.user;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.investmentpipeline.support.SignedIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords: which are accepted, who chooses them, and how they are kept. */
@QuarkusTest
@Tag("portable")
class PasswordIT {
    private static final List<String> VIEWER = List.of("VIEWER");
    private static final String LONG_CHINESE = "招商局每周公布的每一个数字都可以逐项核对并且永远可以重现";

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "123456789012",
                "            ",
                "　　　　　　　　　　　　",
                "aaaaaaaaaaaaaaaa",
                "abcabcabcabc",
                "abcdefghijkl",
                "qwertyuiop123",
                "Password1234",
                "p@ssw0rd2026",
                "iloveyou1234",
                "2026-11-28",
                "5201314520",
                "short one"
            })
    void aPasswordThatIsEasilyGuessedIsRefused(String password) {
        change(settled(VIEWER), password, PASSWORD).statusCode(422).body("violations[0].field", equalTo("password"));
    }

    @Test
    void aPasswordThatContainsTheNameIsRefused() {
        var username = settled(VIEWER);

        change(username, "I am " + username + " indeed", PASSWORD).statusCode(422);
        change(username, "I am " + username.toUpperCase(Locale.ROOT) + " indeed", PASSWORD)
                .statusCode(422)
                .body("violations[0].message", equalTo("must not contain the user's name"));
    }

    @Test
    void thePasswordThatStandsIsNoNewOne() {
        var username = settled(VIEWER);

        change(username, PASSWORD, PASSWORD).statusCode(422).body("violations[0].field", equalTo("password"));
        json(Map.of("password", PASSWORD))
                .put(PATH + "/" + username + "/password")
                .then()
                .statusCode(422);
        signIn(username, PASSWORD, PASSWORD).statusCode(422).body("violations[0].field", equalTo("newPassword"));
        signIn(username, PASSWORD, null).statusCode(201);
    }

    @Test
    void aLongPasswordCountsToItsLastCharacter() {
        var username = settled(VIEWER);

        change(username, LONG_CHINESE + "甲", PASSWORD).statusCode(204);

        signIn(username, LONG_CHINESE + "乙", null).statusCode(401);
        signIn(username, LONG_CHINESE, null).statusCode(401);
        signIn(username, LONG_CHINESE + "甲", null).statusCode(201);
    }

    @Test
    void fullWidthAndComposedCharactersArePlainOnes() {
        var username = settled(VIEWER);

        change(username, "ｃafé au lait 42", PASSWORD).statusCode(204);

        signIn(username, "cafe\u0301 au lait 42", null).statusCode(201);
    }

    @Test
    void aPasswordThatAnAdministratorSetOnlyGivesTheMeansToReplaceIt() {
        var username = user(VIEWER);

        signIn(username, INITIAL, null).statusCode(403).body("type", equalTo("/problems/password-change-required"));
        signIn(username, INITIAL, "12345678").statusCode(422).body("violations[0].field", equalTo("newPassword"));
        signIn(username, INITIAL, INITIAL).statusCode(422);
        signIn(username, "wrong", PASSWORD).statusCode(401);
        given().get(PATH + "/" + username + "/tokens").then().body("items.size()", equalTo(0));

        var token =
                signIn(username, INITIAL, PASSWORD).statusCode(201).extract().<String>path("token");

        by("Bearer " + token).get("/api/v1/me").then().statusCode(200);
        signIn(username, INITIAL, null).statusCode(401);
        signIn(username, PASSWORD, null).statusCode(201);
    }

    @Test
    void whoseForgottenPasswordIsSetByAnAdministratorChoosesAnother() {
        var username = settled(VIEWER);

        json(Map.of("password", "set by the desk"))
                .put(PATH + "/" + username + "/password")
                .then()
                .statusCode(204);

        signIn(username, "set by the desk", null).statusCode(403);
        signIn(username, "set by the desk", "a new password").statusCode(201);
        signIn(username, "a new password", null).statusCode(201);
    }

    @Test
    void aNewPasswordAtSignInEndsAllOtherTokens() {
        var username = user(VIEWER);
        var before = bearer(username);

        signIn(username, PASSWORD, "a new password").statusCode(201);

        by(before).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void hashesOfEarlierReleasesStillMatchAndAreReplaced() {
        var username = settled(VIEWER);
        set(username, BcryptUtil.bcryptHash("an old password", 4));

        signIn(username, "an old passwore", null).statusCode(401);
        signIn(username, "an old password", null).statusCode(201);

        assertTrue(hash(username).startsWith("hmac-sha256:$2a$"), hash(username));
        signIn(username, "an old password", null).statusCode(201);
        assertFalse(hash(username).contains("password"));
    }

    private void set(String username, String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update users set password_hash = :hash where username = :username")
                        .setParameter("hash", hash)
                        .setParameter("username", username)
                        .executeUpdate());
    }

    private String hash(String username) {
        return QuarkusTransaction.requiringNew().call(() -> (String)
                entities.createNativeQuery("select password_hash from users where username = :username", String.class)
                        .setParameter("username", username)
                        .getSingleResult());
    }

    private static ValidatableResponse change(String username, String password, String current) {
        return by(bearer(username))
                .contentType(ContentType.JSON)
                .body(Map.of("password", password, "current", current))
                .put(PATH + "/" + username + "/password")
                .then();
    }

    private static ValidatableResponse signIn(String username, String password, @Nullable String newPassword) {
        var draft = new HashMap<String, Object>(Map.of("name", "x"));
        if (newPassword != null) {
            draft.put("newPassword", newPassword);
        }
        return by(SignedIn.basic(username, password))
                .contentType(ContentType.JSON)
                .body(draft)
                .post(TOKENS)
                .then();
    }
}
