package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.list.MemberRequests.LISTS;
import static org.investmentpipeline.list.MemberRequests.change;
import static org.investmentpipeline.list.MemberRequests.newList;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access to the members of lists, by zone and by role. */
@QuarkusTest
@Tag("database")
class MembershipAccessIT {
    @Inject
    Clock clock;

    private String today() {
        return LocalDate.now(clock).toString();
    }

    @Test
    void aUserOfOtherZonesNeitherSeesNorChangesAMember() {
        var own = zone();
        var other = zone();
        var manager = Users.bearer(Users.user(List.of("MANAGER"), own));
        var top = newList(5);
        var mine = register("name", "本区", "zone", own);
        var theirs = register("name", "外区", "zone", other);
        change(top, today(), List.of(mine, theirs), null).statusCode(200);

        given().header("Authorization", manager)
                .queryParam("count", true)
                .get(LISTS + "/" + top + "/members")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items.name", equalTo(List.of("本区")));
        given().header("Authorization", manager)
                .get(LISTS + "/" + top + "/places")
                .then()
                .body("taken", equalTo(2))
                .body("vacant", equalTo(3));
        json(object("on", today(), "leave", List.of(theirs)))
                .header("Authorization", manager)
                .post(LISTS + "/" + top + "/changes")
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("there is no project " + theirs));
        json(object("on", today(), "leave", List.of(mine)))
                .header("Authorization", manager)
                .post(LISTS + "/" + top + "/changes")
                .then()
                .statusCode(200)
                .body("left", equalTo(List.of((int) mine)));
    }

    @ParameterizedTest(name = "{0} may {1} {2}: {3}")
    @CsvSource({
        "VIEWER, GET, /members, 200",
        "VIEWER, POST, /changes, 403",
        "OFFICER, POST, /changes, 422",
        "OFFICER, PUT, /members/1/spans, 403",
        "MANAGER, PUT, /members/999999999/spans, 404",
        "OFFICER, DELETE, '', 403"
    })
    void eachRoleMayDoItsPart(String role, String method, String path, int status) {
        var bearer = Users.bearer(Users.user(List.of(role)));
        var body = method.equals("PUT") ? Map.of("spans", List.of()) : Map.of("on", today());

        var request = method.equals("POST") || method.equals("PUT") ? json(body) : given();

        request.header("Authorization", bearer)
                .header("If-Match", "*")
                .request(method, LISTS + "/" + newList(null) + path)
                .then()
                .statusCode(status);
    }
}
