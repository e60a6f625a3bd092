package org.investmentpipeline.security.sso;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.security.sso.Guests.ME;
import static org.investmentpipeline.security.sso.Guests.RSA;
import static org.investmentpipeline.security.sso.Guests.bearer;
import static org.investmentpipeline.support.BureauIssuer.claims;
import static org.investmentpipeline.support.BureauIssuer.roles;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import org.investmentpipeline.support.BureauIssuer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Test;

/** How far people reach who come by the bureau's own sign-on. */
@QuarkusTest
@TestProfile(SsoProfile.class)
class SsoZoneIT extends SsoSuite {
    private static final String AUDIT = "/api/v1/audit";

    @Test
    void listsAndFiguresAreThoseOfTheZone() {
        var zone = Fixtures.zone();
        Projects.register("zone", zone, "investment", Projects.cny("600000000"));
        Projects.register("zone", zone);
        Projects.register("zone", Fixtures.zone());
        var bearer = bearer(Fixtures.code("officer"), List.of("OFFICER"), zone);
        var knownAt = Projects.knownAt();

        for (var question : List.of("projects?count=true&", "totals?by=stage,size&", "flows?period=2026&by=stage&")) {
            var address = "/api/v1/" + question + "knownAt=" + knownAt;
            var limited = by(bearer).get(address);

            assertEquals(200, limited.statusCode(), limited.asString());
            assertEquals(given().get(address + "&zone=" + zone).asString(), limited.asString());
        }
        by(bearer).get("/api/v1/totals?by=stage").then().body("total.count", equalTo(2));
    }

    @Test
    void aTokenWithoutAZoneReachesNoProject() {
        var id = Projects.register("zone", Fixtures.zone());
        var name = Fixtures.code("officer");
        for (var bearer : List.of(
                bearer(name, List.of("OFFICER")),
                bearer(name, List.of("OFFICER"), Fixtures.code("nowhere")),
                bearer(BureauIssuer.token(
                        RSA,
                        claims(
                                "preferred_username",
                                name,
                                "resource_access",
                                roles("OFFICER"),
                                "zones",
                                List.of()))))) {
            for (var address : List.of("projects", "totals", "flows?period=2026")) {
                by(bearer)
                        .get("/api/v1/" + address)
                        .then()
                        .statusCode(403)
                        .body("detail", equalTo("Your token gives you no zone that there is."));
            }
            by(bearer).get("/api/v1/projects/" + id).then().statusCode(404);
            by(bearer)
                    .contentType(ContentType.JSON)
                    .body(Projects.draft())
                    .post(Projects.PATH)
                    .then()
                    .statusCode(403);
            by(bearer).get("/api/v1/sectors").then().statusCode(200);
        }
    }

    @Test
    void whoKeepsTheWholeBureauIsNotLimitedInThatAndOnlyInThat() {
        var zone = Fixtures.zone();
        var id = Projects.register("zone", Fixtures.zone());
        var bearer = bearer(Fixtures.code("keeper"), List.of("ADMIN", "AUDITOR"));
        var both = bearer(Fixtures.code("keeper"), List.of("ADMIN", "AUDITOR", "OFFICER"), zone);

        for (var each : List.of(bearer, both)) {
            by(each).get("/api/v1/users").then().statusCode(200);
            by(each).get(AUDIT).then().statusCode(200);
        }
        by(bearer).get(ME).then().body("zones", nullValue());
        by(bearer).get("/api/v1/totals").then().statusCode(403);
        by(both).get("/api/v1/totals").then().statusCode(200).body("total.count", equalTo(0));
        by(both).get("/api/v1/projects/" + id).then().statusCode(404);
    }
}
