package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.departmentBelow;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.sectorBelow;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.asked;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.names;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.registered;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which projects a filter leaves. Four projects in a zone of their own are registered once and only read. */
@QuarkusTest
class ProjectListIT {
    /** What stands in braces in the queries below. */
    private static final Map<String, String> CODES = new TreeMap<>();

    @BeforeEach
    void registerFourProjects() {
        if (!CODES.isEmpty()) {
            return;
        }
        var top = department();
        CODES.put("{zone}", zone());
        CODES.put("{industry}", sector());
        CODES.put("{s1}", sectorBelow(CODES.get("{industry}")));
        CODES.put("{s2}", sector());
        CODES.put("{top}", top);
        CODES.put("{below}", departmentBelow(top));
        CODES.put("{other}", department());
        CODES.put("{code}", code("Find"));
        CODES.put("{name}", code("远航资本"));
        first(top);
        second();
        register("name", "c 丙! Plant", "zone", CODES.get("{zone}"), "origin", "FOREIGN");
        fourth();
    }

    private static void first(String top) {
        var first = registered(
                "name",
                "a 甲 100%",
                "code",
                CODES.get("{code}"),
                "zone",
                CODES.get("{zone}"),
                "sector",
                CODES.get("{s1}"),
                "department",
                top,
                "stage",
                "SIGNED",
                "agreement",
                "FORMAL",
                "origin",
                "LOCAL",
                "key",
                true,
                "leader",
                "周明远",
                "officer",
                "林子涵",
                "investor",
                Map.of("name", CODES.get("{name}")),
                "investment",
                cny("1000000000"));
        CODES.put("{investor}", first.getString("investor.id"));
    }

    private static void second() {
        register(
                "name", "b 乙_园",
                "zone", CODES.get("{zone}"),
                "sector", CODES.get("{s2}"),
                "department", CODES.get("{below}"),
                "stage", "SIGNED",
                "agreement", "FRAMEWORK",
                "origin", "OUT_OF_PROVINCE",
                "leader", "许知行",
                "investment", cny("999999999.99"));
    }

    private static void fourth() {
        var fourth = register(
                "name",
                "d 丁",
                "nameEn",
                "Pier Works",
                "zone",
                CODES.get("{zone}"),
                "sector",
                CODES.get("{s1}"),
                "department",
                CODES.get("{other}"),
                "stage",
                "GROUNDBREAKING",
                "key",
                true,
                "investment",
                cny("5000000000"));
        turn(fourth, "status", "SUSPENDED", "reason", "停工").statusCode(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', abcd",
        "stage=SIGNED, ab",
        "stage=SIGNED&stage=GROUNDBREAKING, abd",
        "stage=COMPLETED, ''",
        "status=SUSPENDED, d",
        "status=ACTIVE, abc",
        "status=ACTIVE&status=SUSPENDED, abcd",
        "sector={s1}, ad",
        "sector={s1}&sector={s2}, abd",
        "sector={industry}, ad",
        "ownSector={industry}, ''",
        "ownSector={s1}, ad",
        "ownSector=unknown, c",
        "sector={industry}&ownSector={s1}, ad",
        "sector=unknown&sector={industry}, acd",
        "sector=unknown, c",
        "sector=unknown&sector={s2}, bc",
        "department={top}, ab",
        "department={below}, b",
        "department={top}&department={other}, abd",
        "department=unknown, c",
        "ownDepartment={top}, a",
        "ownDepartment={below}, b",
        "department={top}&ownDepartment={below}, b",
        "origin=LOCAL, a",
        "origin=FOREIGN&origin=OUT_OF_PROVINCE, bc",
        "origin=unknown, d",
        "agreement=FORMAL, a",
        "agreement=FRAMEWORK, b",
        "agreement=unknown, cd",
        "key=true, ad",
        "key=false, bc",
        "key=true&key=false, abcd",
        "leader=周明远, a",
        "leader=周明, ''",
        "leader=unknown, cd",
        "leader=unknown&leader=许知行, bcd",
        "officer=林子涵, a",
        "officer=unknown, bcd",
        "investor={investor}, a",
        "investor=unknown, bcd",
        "investor=unknown&investor={investor}, abcd",
        "size=1b-5b, a",
        "size=500m-1b, b",
        "size=unknown, c",
        "size=5b-10b&size=unknown, cd",
        "minInvestment=1000000000, ad",
        "minInvestment=1000000000.01, d",
        "maxInvestment=999999999.99, b",
        "maxInvestment=0, ''",
        "minInvestment=0, abd",
        "minInvestment=1000000000&maxInvestment=1000000000, a",
        "minInvestment=6000000000&maxInvestment=5, ''",
        "sector={s1}&stage=SIGNED, a",
        "sector={s1}&status=SUSPENDED&key=true, d",
        "sector={s2}&key=true, ''",
        "q=%, a",
        "q=100%, a",
        "q=_, b",
        "q=乙_, b",
        "q=!, c",
        "q=丁, d",
        "q=PLANT, c",
        "q=pier work, d",
        "q={code}, a",
        "q={name}, a",
        "q=%_, ''",
        "q=a%, ''",
        "q=plant&origin=LOCAL, ''"
    })
    void aFilterLeaves(String query, String expected) {
        var found = names(filled("sort=name&zone={zone}" + (query.isEmpty() ? "" : "&" + query)));

        assertEquals(expected, found.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining()));
    }

    @Test
    void aFilterCountsWhatItLists() {
        var filter = filled("zone={zone}&stage=SIGNED");

        list(filter + "&count=true&limit=1").body("items", hasSize(1)).body("total", equalTo(2));
        list(filter + "&limit=1").body("$", not(hasKey("total")));
        totals(filter).body("total.count", equalTo(2));
    }

    @Test
    void aListShowsNoMoves() {
        list(filled("zone={zone}")).body("items[0]", not(hasKey("moves")));
    }

    @Test
    void eachItemIsTheProjectItself() {
        var item = list(filled("q={code}&zone={zone}")).extract().jsonPath().<Map<String, Object>>get("items[0]");

        var project = given().get(PATH + "/" + item.get("id")).jsonPath().<Map<String, Object>>get("$");
        project.remove("moves");
        assertEquals(project, item);
    }

    @ParameterizedTest
    @CsvSource({
        "q=x&asOf=2023-06-30, q",
        "q=x&knownAt=2023-06-30T00:00:00Z, q",
        "entered=SIGNED, period",
        "period=2023-H1, entered"
    })
    void someThingsAreNotAskedTogether(String query, String field) {
        asked(PATH, query).then().statusCode(400).body("violations.field", contains(field));
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        list("zone=" + zone() + "&count=true")
                .body("items", equalTo(List.of()))
                .body("next", equalTo(null))
                .body("total", equalTo(0));
    }

    private static String filled(String query) {
        var filled = query;
        for (var code : CODES.entrySet()) {
            filled = filled.replace(code.getKey(), code.getValue());
        }
        return filled;
    }
}
