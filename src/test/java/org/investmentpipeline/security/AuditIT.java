package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Given.json;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.security.audit.Sealing;
import org.investmentpipeline.support.Given;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Test;

/** Everything that is done stands in the audit trail, by whom, and whoever rewrites it is found out. */
@QuarkusTest
class AuditIT {
    private static final String AUDIT = "/api/v1/audit";

    private final AgroalDataSource database;
    private final Sealing sealing;

    AuditIT(AgroalDataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Test
    void whatWasDoneToAProjectIsTold() {
        var username = Users.user(List.of("MANAGER"));
        var bearer = Users.bearer(username);
        var token = by(bearer).get(Users.TOKENS).then().extract().<Integer>path("items[0].id");
        var id = by(bearer)
                .contentType(ContentType.JSON)
                .body(Projects.draft("agreement", null))
                .post(Projects.PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        by(bearer)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("key", true))
                .patch(Projects.PATH + "/" + id)
                .then()
                .statusCode(200);

        var trail = trail("kind=PROJECT&subject=" + id);

        trail.body("items.action", equalTo(List.of("AMENDED", "REGISTERED")))
                .body("items.sequence", equalTo(List.of(2, 1)))
                .body("items.by.username", everyItem(equalTo(username)))
                .body("items.by.token", everyItem(equalTo(token)))
                .body("items.by.address", everyItem(equalTo("127.0.0.1")))
                .body("items[0].changes[0].field", equalTo("key"))
                .body("items[0].changes[0].before", equalTo("false"))
                .body("items[0].changes[0].after", equalTo("true"));
        by(bearer)
                .get(Projects.PATH + "/" + id + "/history")
                .then()
                .body("items.by.username", everyItem(equalTo(username)))
                .body("items.by.token", everyItem(equalTo(token)));
    }

    @Test
    void anImportIsToldProjectByProject() {
        var code = Given.code("P");
        Ledgers.send(Ledgers.csv("项目编号,项目名称", code + ",甲项目"), "asOf", "2023-06-30")
                .statusCode(200);
        var id = given().get(Projects.PATH + "?q=" + code).jsonPath().getLong("items[0].id");

        trail("kind=PROJECT&subject=" + id).body("items.action", equalTo(List.of("REGISTERED")));
    }

    @Test
    void whatWasDoneToACatalogueIsTold() {
        var zone = Given.zone();
        json(Map.of("name", Map.of("zh", "新名"), "active", false))
                .header("If-Match", "*")
                .put("/api/v1/zones/" + zone)
                .then()
                .statusCode(200);
        given().header("If-Match", "*").delete("/api/v1/zones/" + zone).then().statusCode(204);

        trail("kind=ZONE&subject=" + zone)
                .body("items.action", equalTo(List.of("DELETED", "CHANGED", "CREATED")))
                .body("items[1].changes.find { it.field == 'name.zh' }.after", equalTo("新名"))
                .body("items[1].changes.find { it.field == 'active' }.before", equalTo("true"));
    }

    @Test
    void usersTokensAndRefusalsAreToldAndSecretsAreNot() {
        var username = Users.user(List.of("VIEWER"));
        var bearer = Users.bearer(username);
        by(SignedIn.basic(username, "a wrong secret"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\"}")
                .post(Users.TOKENS)
                .then()
                .statusCode(401);
        by(bearer).get(AUDIT).then().statusCode(403);
        json(Map.of("password", "another secret")).put(Users.PATH + "/" + username + "/password");

        var trail = trail("kind=USER&subject=" + username);

        trail.body(
                        "items.action",
                        equalTo(List.of("PASSWORD_CHANGED", "REFUSED", "SIGN_IN_REFUSED", "SIGNED_IN", "CREATED")))
                .body("items[1].note", equalTo("GET /api/v1/audit"));
        var text = trail.extract().asString();
        for (var secret : List.of(Users.PASSWORD, "secret", bearer.substring(7), "$2a$", "$2y$")) {
            assertFalse(text.contains(secret), secret + " in " + text);
        }
    }

    @Test
    void whoNamesNobodyIsToldByAddressAndNotByTheName() {
        var typed = Given.code("a-password-perhaps");
        by(SignedIn.basic(typed, "x"))
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\"}")
                .post(Users.TOKENS)
                .then()
                .statusCode(401);

        var text = trail("kind=ADDRESS&subject=127.0.0.1&limit=1")
                .body("items[0].action", equalTo("SIGN_IN_REFUSED"))
                .body("items[0].by.username", nullValue())
                .extract()
                .asString();
        assertFalse(text.contains(typed), text);
    }

    @Test
    void aRefusedChangeLeavesNothingInTheTrailOfItsSubject() {
        var id = Projects.register();
        Projects.move(id, "to", "SIGNED").statusCode(422);

        trail("kind=PROJECT&subject=" + id).body("items.size()", equalTo(1));
    }

    @Test
    void theTrailIsPagedFromTheLatestOn() {
        var sector = Given.sector();
        var first = trail("limit=1&action=CREATED")
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        var second = trail("limit=1&action=CREATED&cursor=" + first.getString("next"))
                .extract()
                .jsonPath();

        assertTrue(first.getLong("items[0].id") > second.getLong("items[0].id"));
        trail("kind=SECTOR&subject=" + sector + "&from=2100-01-01T00:00:00Z").body("items.size()", equalTo(0));
        trail("kind=SECTOR&subject=" + sector + "&before=2100-01-01T00:00:00Z").body("items.size()", equalTo(1));
        given().get(AUDIT + "?subject=" + sector).then().statusCode(400);
    }

    @Test
    void whatIsNewIsSealed() {
        Given.sector();
        assertTrue(verified().getLong("unsealed") > 0);

        sealing.seal();
        sealing.seal();

        var verified = verified();
        assertTrue(verified.getBoolean("intact"), verified.prettify());
        assertTrue(verified.getLong("entries") > verified.getLong("unsealed"));
        assertTrue(verified.getLong("lastSeal.id") == verified.getLong("seals"));
    }

    /** As somebody with the keys of the database would: past the triggers, and mended before the other tests go on. */
    @Test
    void whoeverRewritesTheTrailIsFoundOut() throws SQLException {
        var sector = Given.sector();
        sealing.seal();
        rewritten(
                "update audit_entry set note = 'forged' where subject = '%s'",
                sector,
                "update audit_entry set note = null" + " where subject = '%s'",
                "SECTOR " + sector + ", entry 1",
                "was changed after it was written");
        rewritten(
                "update audit_entry set sequence = 2 where subject = '%s'",
                sector,
                "update audit_entry set sequence = 1 where subject = '%s'",
                "SECTOR " + sector + ", entry 2",
                "entries before it are missing, from 1 on");
        rewritten(
                "update audit_entry set seal_id = null where subject = '%s'",
                sector,
                "update audit_entry set seal_id = (select max(id) from audit_seal) where subject = '%s'",
                "seal",
                "does not cover the entries that carry its number");
        assertTrue(verified().getBoolean("intact"));
    }

    private void rewritten(String forgery, String subject, String mend, String where, String what) throws SQLException {
        pastTheTriggers(forgery.formatted(subject));
        var verified = verified();
        pastTheTriggers(mend.formatted(subject));

        assertFalse(verified.getBoolean("intact"));
        var fault = verified.<Map<String, String>>getList("faults").stream()
                .filter(each -> what.equals(each.get("what")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verified.prettify()));
        assertTrue(String.valueOf(fault.get("where")).startsWith(where), fault.toString());
    }

    @Test
    void theDatabaseRefusesToRewriteTheTrail() {
        var sector = Given.sector();
        sealing.seal();

        for (var forgery : List.of(
                "update audit_entry set note = 'forged' where subject = '" + sector + "'",
                "update audit_entry set seal_id = 1000000 where subject = '" + sector + "'",
                "delete from audit_entry where subject = '" + sector + "'",
                "update audit_seal set entries = 0",
                "delete from audit_seal")) {
            var refused = assertThrows(SQLException.class, () -> execute(forgery), forgery);
            assertTrue(String.valueOf(refused).contains("append-only"), refused.toString());
        }
    }

    private void pastTheTriggers(String sql) throws SQLException {
        if (isPostgres()) {
            execute("alter table audit_entry disable trigger user", sql, "alter table audit_entry enable trigger user");
        } else {
            execute(
                    "drop trigger audit_entry_append_only",
                    sql,
                    "create trigger audit_entry_append_only before update, delete on audit_entry for each row call"
                            + " 'org.investmentpipeline.period.AppendOnly'");
        }
    }

    private boolean isPostgres() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static ValidatableResponse trail(String query) {
        return given().get(AUDIT + "?" + query).then().statusCode(200).body("items.hash", everyItem(notNullValue()));
    }

    private static JsonPath verified() {
        return given().get(AUDIT + "/verify")
                .then()
                .statusCode(200)
                .body("entries", greaterThan(0))
                .body("sealedEvery", notNullValue())
                .extract()
                .jsonPath();
    }
}
