package org.investmentpipeline.backup.dump;

import java.util.List;

/**
 * The tables of a dump, ordered so that referenced rows are restored first. A migration that adds a column
 * adds it here; a test compares this with both databases.
 */
public final class KeptTables {
    public static final List<KeptTable> ALL = List.of(
            KeptTable.of("ledger_clock", "id whole, recorded_at moment, described_at moment"),
            KeptTable.of("registrar", "id whole, code_year whole, last_code whole"),
            KeptTable.of("sector", "code text, name_zh text, name_en text, active truth, version whole"),
            KeptTable.of("zone", "code text, name_zh text, name_en text, active truth, version whole"),
            KeptTable.of(
                            "department",
                            "code text, parent_code text, name_zh text, name_en text, active truth, version whole")
                    .below("parent_code"),
            KeptTable.numbered("exchange_rate", "id whole, currency text, on_day day, rate exact, version whole"),
            KeptTable.numbered(
                    "size_tier",
                    "id whole, code text, name_zh text, name_en text, lower_edge exact, recorded_at moment,"
                            + " superseded_at moment"),
            KeptTable.numbered("investor", "id whole, name text, version whole, search_text text"),
            KeptTable.numbered(
                    "project",
                    "id whole, code text, name text, land_area exact, jobs whole, summary text, deleted truth,"
                            + " version whole, search_text text"),
            KeptTable.numbered(
                    "position",
                    "id whole, project_id whole, from_day day, to_day day, ordinal whole, entry truth,"
                            + " entry_precision text, stage text, stage_since day, status text, status_reason text,"
                            + " amount exact, currency text, rate exact, cny exact, sector_code text, zone_code text,"
                            + " department_code text, origin text, agreement text, key_project truth,"
                            + " investor_id whole, leader text, officer text, recorded_at moment,"
                            + " superseded_at moment"),
            KeptTable.numbered(
                    "users",
                    "id whole, username text, password_hash text, first_password truth, active truth, limited truth,"
                            + " version whole, username_folded text, password_change_due truth"),
            KeptTable.paired("user_role", "user_id whole, role text"),
            KeptTable.paired("user_zone", "user_id whole, zone_code text"),
            KeptTable.numbered(
                    "token",
                    "id whole, user_id whole, name text, role text, hash text, created_at moment, expires_at moment,"
                            + " revoked_at moment, last_used_at moment"),
            KeptTable.of("audit_seal", "id whole, sealed_at moment, entries whole, previous_hash text, hash text"),
            KeptTable.numbered(
                    "audit_entry",
                    "id whole, subject_kind text, subject text, sequence whole, action text, at moment, username text,"
                            + " token_id whole, address text, effective_on day, note text, field_values text,"
                            + " previous_hash text, hash text, seal_id whole"),
            KeptTable.numbered(
                            "project_change",
                            "id whole, project_id whole, kind text, stage text, effective_on day, note text,"
                                    + " reverses_id whole, field_values text, recorded_at moment, audit_id whole")
                    .below("reverses_id"));

    /** Tables that the service derives from dumped ones. */
    public static final List<String> DERIVED = List.of("position_delta", "rollup");

    /**
     * Tables that are not dumped: rows that only serve as locks, failed sign-ins and the addresses of sign-ins, and responses stored
     * for a day, which may be longer than any line of a dump.
     */
    static final List<String> LEFT_OUT = List.of(
            "rollup_state", "audit_sealer", "sign_in_brake", "login_failure", "known_address", "idempotency_key");

    private KeptTables() {}
}
