package org.investmentpipeline.list;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.list.MemberRequests.LISTS;
import static org.investmentpipeline.list.MemberRequests.change;
import static org.investmentpipeline.list.MemberRequests.ids;
import static org.investmentpipeline.list.MemberRequests.newList;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of lists that are refused. */
@QuarkusTest
@Tag("database")
class MembershipRefusalIT {
    @Inject
    Clock clock;

    private String today() {
        return LocalDate.now(clock).toString();
    }

    @Test
    void aSwapNeverExceedsTheSize() {
        var top = newList(2);
        var one = register();
        var two = register();
        var three = register();
        var today = today();
        change(top, today, List.of(one, two), null).statusCode(200);

        change(top, today, List.of(three), null)
                .statusCode(422)
                .body("violations[0].field", equalTo("join"))
                .body("violations[0].message", containsString("3 projects on " + today));
        change(top, today, List.of(three), List.of(one)).statusCode(200);
        assertEquals(List.of(two, three), ids(top));
    }

    @Test
    void aListThatIsTooFullTakesNobodyBack() {
        var top = newList(null);
        var one = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-01"));
        var two = register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-01"));
        change(top, "2023-01-01", List.of(one, two), null).statusCode(200);
        var change = draft(top);
        change.remove("code");
        change.putAll(Map.of("size", 1, "active", true));
        json(change)
                .header("If-Match", "*")
                .put(LISTS + "/" + top)
                .then()
                .statusCode(200)
                .body("size", equalTo(1));
        change(top, "2023-02-01", null, List.of(one)).statusCode(200);

        change(top, "2023-02-01", List.of(one), null)
                .statusCode(422)
                .body("violations[0].message", containsString("2 projects on 2023-02-01"));
    }

    @Test
    void aFaultyChangeChangesNothing() {
        var top = newList(null);
        var one = register();

        change(top, today(), List.of(one), List.of(999_999_999L))
                .statusCode(422)
                .body("violations[0].field", equalTo("leave[0]"));
        change(top, "2001-01-01", List.of(one), null).statusCode(422).body("violations[0].field", equalTo("join[0]"));
        change(top, today(), List.of(one), List.of(one))
                .statusCode(422)
                .body("violations[0].field", equalTo("leave[0]"));
        change(top, today(), List.of(one, one), null).statusCode(422).body("violations[0].field", equalTo("join[1]"));
        change(top, today(), null, null).statusCode(422);
        change("none-" + top, today(), List.of(one), null).statusCode(404);
        assertEquals(List.of(), ids(top));
    }

    @Test
    void aListThatWasUsedStaysAndSoDoItsMembers() {
        var top = newList(null);
        var one = register();
        change(top, today(), List.of(one), null).statusCode(200);

        given().header("If-Match", "*").delete(LISTS + "/" + top).then().statusCode(409);
        delete(one).statusCode(409).body("type", equalTo("/problems/in-use"));
        json(Map.of("spans", List.of()))
                .put(LISTS + "/" + top + "/members/" + one + "/spans")
                .then()
                .statusCode(200);
        delete(one).statusCode(204);
    }
}
