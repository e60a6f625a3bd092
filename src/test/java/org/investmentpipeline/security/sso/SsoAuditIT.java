package org.investmentpipeline.security.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.investmentpipeline.security.sso.Guests.ME;
import static org.investmentpipeline.security.sso.Guests.RSA;
import static org.investmentpipeline.security.sso.Guests.bearer;
import static org.investmentpipeline.security.sso.Guests.person;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import org.investmentpipeline.period.AdvancedClock;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.Test;

/** What the audit trail tells of people who come by the bureau's own sign-on. */
@QuarkusTest
@TestProfile(SsoProfile.class)
class SsoAuditIT extends SsoSuite {
    private static final String AUDIT = "/api/v1/audit";

    @Test
    void anArrivalIsToldOnceForEachSessionAndSetOfRights() {
        var zone = Fixtures.zone();
        var name = Fixtures.code("arrives");
        var session = Fixtures.code("session");
        var first = person(name, List.of("OFFICER"), zone);
        first.put("sid", session);
        var later = person(name, List.of("OFFICER"), zone);
        later.put("sid", session);
        later.put("exp", AdvancedClock.now().getEpochSecond() + 600);
        var risen = person(name, List.of("MANAGER"), zone);
        risen.put("sid", session);
        var tokens = List.of(first, later, risen).stream()
                .map(claims -> BureauIssuer.token(RSA, claims))
                .toList();

        for (var token : tokens) {
            AtOnce.all(Collections.nCopies(
                    8, () -> by(bearer(token)).get(ME).then().statusCode(200)));
        }

        var trail = trail("kind=USER&subject=bureau:" + name)
                .body("items.action", equalTo(List.of("SIGNED_ON", "SIGNED_ON")))
                .body("items.by.username", everyItem(equalTo("bureau:" + name)))
                .body("items.by.address", everyItem(equalTo("127.0.0.1")))
                .body("items[0].changes.find { it.field == 'roles' }.after", equalTo("[MANAGER]"))
                .body("items[1].changes.find { it.field == 'roles' }.after", equalTo("[OFFICER]"))
                .body("items[1].changes.find { it.field == 'zones' }.after", equalTo("[" + zone + "]"))
                .body("items[1].changes.find { it.field == 'sub' }.after", equalTo("f3b1"));
        var text = trail.extract().asString();
        tokens.forEach(token -> assertFalse(text.contains(token.substring(token.lastIndexOf('.') + 1)), text));
        assertFalse(text.contains(session), text);
    }

    @Test
    void refusalsAtTheSameMomentAreAllToldInOneChain() {
        var name = Fixtures.code("curious");
        var bearer = bearer(name, List.of("nothing known"));
        by(bearer).get("/q/health/live").then().statusCode(200);

        AtOnce.all(Collections.nCopies(8, () -> by(bearer).get(AUDIT).then().statusCode(403)));

        trail("kind=USER&subject=bureau:" + name)
                .body("items.sequence", equalTo(List.of(9, 8, 7, 6, 5, 4, 3, 2, 1)))
                .body("items[0].action", equalTo("REFUSED"))
                .body("items[8].action", equalTo("SIGNED_ON"));
        given().get(AUDIT + "/verify").then().statusCode(200).body("intact", equalTo(true));
    }

    private static ValidatableResponse trail(String query) {
        return given().get(AUDIT + "?" + query).then().statusCode(200);
    }
}
