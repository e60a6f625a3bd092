package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.security.audit.verification.Sealing;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.Test;

/** The audit trail is sealed, and whoever rewrites it is found out. */
@QuarkusTest
class SealedTrailIT {
    private static final String AUDIT = "/api/v1/audit";

    private final AgroalDataSource database;
    private final Sealing sealing;

    SealedTrailIT(AgroalDataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Test
    void whatIsNewIsSealed() throws SQLException {
        try (var turn = database.getConnection()) {
            take(turn);
            Fixtures.sector();
            assertTrue(verified().getLong("unsealed") > 0);
        }

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
        var sector = Fixtures.sector();
        var seal = sealOf(sector);
        try (var turn = database.getConnection()) {
            take(turn);
            rewritten(
                    "update audit_entry set note = 'forged' where subject = '%s'",
                    sector,
                    "update audit_entry set note = null where subject = '%s'",
                    "SECTOR " + sector + ", entry 1",
                    "was changed after it was written");
            rewritten(
                    "update audit_entry set field_values = field_values || ']' where subject = '%s'",
                    sector,
                    "update audit_entry set field_values = substring(field_values from 1 for char_length(field_values) - 1)"
                            + " where subject = '%s'",
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
                    "update audit_entry set seal_id = " + seal + " where subject = '%s'",
                    "seal",
                    "does not match the entries with its number");
        }
        var verified = verified();
        assertTrue(verified.getBoolean("intact"), verified.prettify());
    }

    /** Takes the sealer's turn until the connection is closed, so that nothing is sealed by the clock in the midst of a test. */
    private static void take(Connection turn) throws SQLException {
        turn.setAutoCommit(false);
        try (var statement = turn.createStatement()) {
            statement.execute("select id from audit_sealer where id = 1 for update");
        }
    }

    /** The seal over the one entry of a subject. To seal while the service just does so by its clock is to do nothing. */
    private long sealOf(String subject) throws SQLException {
        while (true) {
            sealing.seal();
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var entries = statement.executeQuery("select seal_id from audit_entry where seal_id is not null and"
                            + " subject = '" + subject + "'")) {
                if (entries.next()) {
                    return entries.getLong(1);
                }
            }
        }
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
        var sector = Fixtures.sector();
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
