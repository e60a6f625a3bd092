package org.investmentpipeline.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles of imports: parts of the form that are kept under a code. */
@QuarkusTest
class ImportProfileIT {
    private static final String PROFILES = "/api/v1/import-profiles";

    private String profile = "";
    private String zone = "";
    private String project = "";

    @BeforeEach
    void names() {
        profile = code("profile");
        zone = zone();
        project = code("P");
    }

    private ValidatableResponse save(Object mapping, Object words, Object options) {
        var draft = draft(profile);
        draft.put("mapping", mapping);
        draft.put("words", words);
        draft.put("options", options);
        return json(draft).post(PROFILES).then();
    }

    private byte[] ledger() {
        return csv("编号,工程,投资额,所属园区,项目阶段", project + ",甲,1.5," + zone + ",谈成");
    }

    private void saveMonthly() {
        save(
                        Map.of("编号", "code", "工程", "name"),
                        Map.of("stage", Map.of("谈成", "SIGNED")),
                        Map.of("unit", "亿元", "complete", "true", "zone", zone))
                .statusCode(201);
    }

    @Test
    void nextMonthIsOneCall() {
        saveMonthly();

        send(ledger(), "asOf", "2023-06-30").statusCode(422);
        send(ledger(), "asOf", "2023-06-30", "profile", profile)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("missing.count", equalTo(0));

        list("zone=" + zone)
                .body("items.code", contains(project))
                .body("items.name", contains("甲"))
                .body("items.stage", contains("SIGNED"))
                .body("items[0].investment.amount", amount("150000000"));
    }

    @Test
    void aPartOfTheFormComesBeforeTheProfiles() {
        saveMonthly();

        var report = imported(
                ledger(),
                "asOf",
                "2023-06-30",
                "profile",
                profile,
                "unit",
                "万元",
                "words",
                "{\"stage\":{\"谈成\":\"\"}}",
                "complete",
                "false");

        assertEquals(1, report.getInt("created"));
        assertNull(report.<Object>get("missing"));
        totals("zone=" + zone + "&asOf=2023-06-30").body("total.investment", amount("15000"));
        list("zone=" + zone).body("items.stage", contains("UNDER_NEGOTIATION"));
        send(ledger(), "asOf", "2023-06-30", "profile", profile, "unit", "")
                .statusCode(422)
                .body("errors.column", contains("投资额"));
    }

    @Test
    void aProfileIsReadListedReplacedAndDeleted() {
        saveMonthly();
        var saved = given().get(PROFILES + "/" + profile)
                .then()
                .statusCode(200)
                .body("mapping", equalTo(Map.of("编号", "code", "工程", "name")))
                .body("words", equalTo(Map.of("stage", Map.of("谈成", "SIGNED"))))
                .body("options", equalTo(Map.of("unit", "亿元", "complete", "true", "zone", zone)))
                .body("active", equalTo(true))
                .extract();
        given().get(PROFILES + "?limit=500").then().statusCode(200).body("items.code", hasItem(profile));
        var change = Map.of("name", Map.of("zh", "月报"), "options", Map.of("unit", "万元"), "active", false);
        var path = PROFILES + "/" + profile;

        json(change).put(path).then().statusCode(428);
        json(change)
                .header("If-Match", saved.header("ETag"))
                .put(path)
                .then()
                .statusCode(200)
                .body("mapping", anEmptyMap())
                .body("words", anEmptyMap())
                .body("options", equalTo(Map.of("unit", "万元")));
        json(change).header("If-Match", saved.header("ETag")).put(path).then().statusCode(412);

        send("zh", ledger(), "profile", profile)
                .statusCode(422)
                .body("violations.field", contains("profile"))
                .body("violations[0].message", equalTo("“" + profile + "”已停用"));
        var tag = given().get(path).header("ETag");
        given().header("If-Match", tag).delete(path).then().statusCode(204);
        given().get(path).then().statusCode(404);
        assertEquals(List.of("DELETED", "CHANGED", "CREATED"), audit().getList("items.action"));
        assertEquals(
                List.of("active", "complete", "mapping", "name.en", "name.zh", "unit", "words", "zone"),
                audit().getList("items[1].changes.field"));
        assertEquals("{\"工程\":\"name\",\"编号\":\"code\"}", audit().getString("items[1].changes[2].before"));
    }

    private JsonPath audit() {
        return given().get("/api/v1/audit?kind=IMPORT_PROFILE&subject=" + profile)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void anUnknownProfileIsNamedWithItsField() {
        send(ledger(), "profile", "nowhere")
                .statusCode(422)
                .body("violations.field", contains("profile"))
                .body("violations[0].message", containsString("'nowhere'"));
    }

    @Test
    void aFilterOfTheFormIsNotMixedWithTheProfiles() {
        var other = zone();
        register("name", profile + "缺", "zone", other);
        var kept = draft(profile);
        kept.put("options", Map.of("complete", "true", "zone", zone));
        json(kept).post(PROFILES).then().statusCode(201);

        send(csv("项目编号,项目名称,所属园区", project + ",甲," + zone), "profile", profile, "completeFor", "zone=" + other)
                .statusCode(200)
                .body("missing.projects.name", contains(profile + "缺"));
    }

    @Test
    void aProfileWithoutPartsChangesNothing() {
        json(draft(profile)).post(PROFILES).then().statusCode(201).body("options", anEmptyMap());

        send(csv("项目编号,项目名称,总投资（万元）,所属园区", project + ",甲,15," + zone), "profile", profile)
                .statusCode(200)
                .body("created", equalTo(1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"项目\":\"colour\"}|{}|{}|422|mapping",
                "{\"项目\":[\"name\"]}|{}|{}|400|mapping.项目",
                "{}|{\"colour\":{\"a\":\"b\"}}|{}|422|words",
                "{}|{\"stage\":{\"a\":null}}|{}|400|words",
                "{}|{}|{\"unit\":\"bushel\"}|422|options.unit",
                "{}|{}|{\"currency\":\"ZZZ\"}|422|options.currency",
                "{}|{}|{\"sheetIs\":\"investment\"}|422|options.sheetIs",
                "{}|{}|{\"onError\":\"ignore\"}|400|options.onError",
                "{}|{}|{\"createMissing\":\"1\"}|400|options.createMissing",
                "{}|{}|{\"createMissing\":true}|400|options.createMissing",
                "{}|{}|{\"zone\":\"a\"}|400|options.zone",
                "{}|{}|{\"complete\":\"true\",\"completeFor\":\"colour=red\"}|400|options.completeFor",
                "{}|{}|{\"asOf\":\"2023-06-30\"}|400|options.asOf",
                "{}|{}|{\"mapping\":\"{}\"}|400|options.mapping",
                "{}|{}|{\"unit\":null}|400|options.unit"
            })
    void partsAreCheckedAsAnImportChecksThem(String mapping, String words, String options, int status, String field) {
        var draft = """
                {"code": "%s", "name": {"zh": "错"}, "mapping": %s, "words": %s, "options": %s}""".formatted(profile, mapping, words, options);

        given().contentType(ContentType.JSON)
                .body(draft)
                .post(PROFILES)
                .then()
                .statusCode(status)
                .body("violations.field", contains(field));

        given().get(PROFILES + "/" + profile).then().statusCode(404);
    }

    @Test
    void partsThatNoAuditEntryHasRoomForAreRefused() {
        save(Map.of("项".repeat(4_000) + "\\".repeat(1_000), "name"), Map.of(), Map.of())
                .statusCode(422)
                .body("detail", containsString("8000"));
        save(Map.of("\\".repeat(1_900), "name"), Map.of(), Map.of()).statusCode(201);
        var path = PROFILES + "/" + profile;
        var tag = given().get(path).header("ETag");

        json(Map.of("name", Map.of("zh", "名"), "mapping", Map.of("\"".repeat(1_900), "name"), "active", true))
                .header("If-Match", tag)
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void aProfileGivesNobodyARight() {
        save(Map.of(), Map.of(), Map.of("createMissing", "true")).statusCode(201);
        var officer = Users.as(List.of("OFFICER"));

        officer.multiPart("file", "ledger", csv("项目名称,总投资（万元）", "甲,1"), "application/octet-stream")
                .multiPart("profile", profile)
                .post("/api/v1/imports")
                .then()
                .statusCode(403)
                .body("violations.field", contains("createMissing"));
    }

    @Test
    void everyUserReadsProfilesAndAnAdminKeepsThem() {
        saveMonthly();
        var path = PROFILES + "/" + profile;
        for (var role : List.of("VIEWER", "OFFICER", "MANAGER", "AUDITOR")) {
            var bearer = Users.bearer(Users.user(List.of(role)));
            Users.by(bearer).get(path).then().statusCode(200);
            Users.by(bearer).get(PROFILES).then().statusCode(200).body("items", not(nullValue()));
            Users.by(bearer)
                    .contentType(ContentType.JSON)
                    .body(draft(code("profile")))
                    .post(PROFILES)
                    .then()
                    .statusCode(403);
            Users.by(bearer).header("If-Match", "*").delete(path).then().statusCode(403);
        }
    }
}
