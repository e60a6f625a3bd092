package org.investmentpipeline.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.benchmark.Life.Step;
import org.investmentpipeline.ledger.LedgerClock;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.jspecify.annotations.Nullable;

/** A ledger of twenty years, the same for the same number of projects, written straight into the tables of a new database. */
final class GeneratedLedger implements AutoCloseable {
    static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
    static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    /** Those that a new installation has. */
    static final List<String> SECTORS =
            List.of(("equipment automotive new-energy-vehicles semiconductors electronics software new-energy"
                            + " new-materials biomedicine chemicals food agriculture building-materials metals textiles"
                            + " environment aerospace logistics services culture-tourism infrastructure other")
                    .split(" "));

    private static final int BATCH = 1_000;
    private static final long SEED = 20230630;
    private static final int ZONES = 20;
    private static final int DEPARTMENTS = 30;
    private static final int LEADERS = 63;
    private static final int OFFICERS = 200;
    private static final List<String> ORIGINS = List.of("LOCAL", "OUT_OF_PROVINCE", "OUT_OF_PROVINCE", "FOREIGN");
    /** The generator of identities takes them in blocks of 50. */
    private static final int BEYOND = 100;

    private final Connection connection;
    private final Random random = new Random(SEED);
    private final Inserts projects;
    private final Inserts positions;
    private final Inserts changes;
    private Instant known = Instant.EPOCH;

    private GeneratedLedger(Connection connection) throws SQLException {
        this.connection = connection;
        projects = new Inserts(connection, "project", "id, code, name, land_area, jobs, summary, deleted, version");
        positions = new Inserts(
                connection,
                "position",
                "id, project_id, from_day, to_day, ordinal, entry, entry_precision, stage, stage_since, status,"
                        + " status_reason, amount, currency, rate, cny, sector_code, zone_code, department_code, origin,"
                        + " agreement, key_project, investor_id, leader, officer, recorded_at, superseded_at");
        changes = new Inserts(
                connection,
                "project_change",
                "id, project_id, kind, stage, effective_on, note, field_values, recorded_at");
    }

    /** Fills a database that has the tables and nothing else; answers the last moment of its clock. */
    static Instant fill(Connection connection, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (var ledger = new GeneratedLedger(connection)) {
            ledger.catalogues(count);
            for (var number = 0; number < count; number++) {
                ledger.project(number + 1, birth(number, count));
                if (number % BATCH == 0) {
                    ledger.flush();
                }
            }
            ledger.flush();
            ledger.wind(count);
            return ledger.known;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** They are registered in turn over the years. */
    private static LocalDate birth(int number, int count) {
        return FIRST.plusDays(ChronoUnit.DAYS.between(FIRST, LAST) * number / count);
    }

    private void catalogues(int count) throws SQLException {
        entries("zone", "code, name_zh, name_en, active, version", ZONES, "片区");
        entries("department", "code, name_zh, name_en, active, version", DEPARTMENTS, "招商局");
        try (var investors = new Inserts(connection, "investor", "id, name, version")) {
            for (var id = 1L; id <= investors(count); id++) {
                investors.add(id, "投资企业" + id, 0);
            }
            investors.flush();
        }
    }

    private void entries(String table, String columns, int count, String name) throws SQLException {
        try (var entries = new Inserts(connection, table, columns)) {
            for (var number : IntStream.rangeClosed(1, count).toArray()) {
                entries.add(table + "-" + number, name + number, table + " " + number, true, 0);
            }
            entries.flush();
        }
    }

    private static int investors(int count) {
        return count / 4 + 1;
    }

    private void project(long id, LocalDate birth) throws SQLException {
        var steps = Life.of(random, birth, LAST);
        var learned = Life.learned(random, steps);
        var name = "%s项目%d".formatted(List.of("新材料", "精密制造", "储能", "芯片封测", "冷链").get((int) id % 5), id);
        projects.add(id, "B-%07d".formatted(id), name, null, random.nextInt(500), "生产线及配套设施。".repeat(4), false, 0);
        var fixed = fixed(id);
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var last = i + 1 == steps.size();
            var superseded = last ? LedgerClock.OPEN : learned.get(i + 1);
            if (learned.get(i).isBefore(superseded)) {
                position(id, step, Position.OPEN, fixed, learned.get(i), superseded);
            }
            if (!last) {
                position(id, step, steps.get(i + 1).on(), fixed, learned.get(i + 1), LedgerClock.OPEN);
            }
            var moved = step.kind() == Life.Kind.MOVED ? step.stage().name() : null;
            changes.addNumbered(id, step.kind().name(), moved, step.on(), null, "[]", learned.get(i));
        }
        var end = learned.get(learned.size() - 1);
        known = end.isAfter(known) ? end : known;
    }

    /** What stays the same all life long; a few are not known. */
    private List<@Nullable Object> fixed(long id) {
        return Stream.<@Nullable Object>of(
                        random.nextInt(50) == 0 ? null : SECTORS.get(random.nextInt(SECTORS.size())),
                        random.nextInt(50) == 0 ? null : "zone-" + (1 + random.nextInt(ZONES)),
                        "department-" + (1 + random.nextInt(DEPARTMENTS)),
                        ORIGINS.get(random.nextInt(ORIGINS.size())),
                        random.nextInt(3) == 0 ? "FRAMEWORK" : "FORMAL",
                        random.nextInt(10) == 0,
                        1 + id / 4,
                        "领导" + random.nextInt(LEADERS),
                        "专员" + random.nextInt(OFFICERS))
                .toList();
    }

    /** As many lines as the table has columns. */
    private void position(
            long project, Step step, LocalDate to, List<@Nullable Object> fixed, Instant recorded, Instant superseded)
            throws SQLException {
        var amount = step.amount();
        positions.addNumbered(
                project,
                step.on(),
                to,
                step.ordinal(),
                step.entry(),
                step.entry() ? "DAY" : null,
                step.stage().name(),
                step.since(),
                step.status().name(),
                step.status() == Status.ACTIVE ? null : "资金未落实",
                amount,
                amount == null ? null : "CNY",
                amount == null ? null : 1,
                amount == null ? 0 : amount,
                fixed.get(0),
                fixed.get(1),
                fixed.get(2),
                fixed.get(3),
                step.stage() == Stage.UNDER_NEGOTIATION ? null : fixed.get(4),
                fixed.get(5),
                fixed.get(6),
                fixed.get(7),
                fixed.get(8),
                recorded,
                superseded);
    }

    /** Projects first: the others refer to them. */
    private void flush() throws SQLException {
        for (var inserts : List.of(projects, positions, changes)) {
            inserts.flush();
        }
        connection.commit();
    }

    /** Moves the clock and the numbers on, to where the service takes over. */
    private void wind(int count) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update ledger_clock set recorded_at = timestamp with time zone '%s'"
                    .formatted(known.toString().replace("T", " ").replace("Z", "+00:00")));
            restart(statement, "investor_seq", investors(count));
            restart(statement, "project_seq", count);
            restart(statement, "position_seq", positions.count());
            restart(statement, "project_change_seq", changes.count());
        }
        connection.commit();
    }

    private static void restart(Statement statement, String sequence, long used) throws SQLException {
        statement.execute("alter sequence %s restart with %d".formatted(sequence, used + BEYOND));
    }

    @Override
    public void close() throws SQLException {
        projects.close();
        positions.close();
        changes.close();
    }
}
