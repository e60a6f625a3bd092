package org.investmentpipeline.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tables of a dump, in an order in which each row follows the rows it refers to. Only this order is written here; columns, keys and
 * parents are read from the database. A test compares the lists with the schema of both databases: a migration that adds a table adds
 * its name to one of them, a migration that adds a column changes nothing here.
 */
public final class KeptTables {
    public static final List<String> ORDER = List.of(
            "ledger_clock",
            "registrar",
            "sector",
            "zone",
            "department",
            "exchange_rate",
            "size_tier",
            "investor",
            "project_list",
            "project_list_set",
            "import_profile",
            "project",
            "position",
            "users",
            "user_role",
            "user_zone",
            "token",
            "audit_seal",
            "audit_entry",
            "project_change",
            "import_record",
            "import_addition");

    /** Tables that are not in a dump, each with the reason. */
    static final Map<String, String> LEFT_OUT = Map.of(
            "import_error_workbook",
                    "refused rows of imports, kept for some days; one may be longer than a line of a dump",
            "rollup_state", "only instances of an older release use it (ADR 27)",
            "position_delta", "only instances of an older release use it (ADR 27)",
            "audit_sealer", "one row that serves as a lock",
            "sign_in_brake", "failed logins, counted by older releases",
            "login_failure", "failed logins, of the last minutes only",
            "known_address", "addresses of logins, which are personal data",
            "idempotency_key", "answers, kept for a day; one may be longer than a line of a dump");

    private KeptTables() {}

    /** The tables as they are in the schema of a connection. */
    public static List<KeptTable> in(Connection connection) throws SQLException {
        var tables = new ArrayList<KeptTable>();
        for (var name : ORDER) {
            tables.add(TableMetadata.read(connection, name));
        }
        return List.copyOf(tables);
    }
}
