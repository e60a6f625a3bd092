package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps the schema ready to be spread over several machines; docs/scale.md says what else that needs. */
class SchemaTest {
    private static final String URL = "jdbc:h2:mem:schema;DB_CLOSE_DELAY=-1";

    /** Unique over all projects, for the reasons that docs/scale.md gives. A new one is a decision. */
    private static final Set<String> ACROSS_PROJECTS = Set.of("project_change_reversed_once");

    private static Connection schema;

    @BeforeAll
    static void migrate() throws SQLException {
        Flyway.configure()
                .dataSource(URL, "", "")
                .locations("classpath:db/migration", "classpath:db/h2")
                .load()
                .migrate();
        schema = DriverManager.getConnection(URL);
    }

    @AfterAll
    static void forget() throws SQLException {
        schema.createStatement().execute("shutdown");
    }

    @Test
    void everyTableHasAPrimaryKey() throws SQLException {
        assertEquals(
                tables(),
                names(
                        "select table_name from information_schema.table_constraints where constraint_type = 'PRIMARY KEY'"));
    }

    /** Numbers come in blocks of fifty from sequences, so no insert waits for another to number its row. */
    @Test
    void noColumnNumbersItself() throws SQLException {
        assertEquals(Set.of(), names("select table_name from information_schema.columns where is_identity = 'YES'"));
        assertEquals(Set.of(), names("select sequence_name from information_schema.sequences where increment <> 50"));
    }

    /** What is of one project can lie with it on one machine, which then sees by itself that it is unique. */
    @Test
    void whatIsUniqueAmongRowsOfProjectsIsSoWithinOne() throws SQLException {
        assertEquals(ACROSS_PROJECTS, names("""
                select t.constraint_name from information_schema.table_constraints t
                where t.constraint_type = 'UNIQUE'
                    and t.table_name in (select c.table_name from information_schema.columns c where c.column_name = 'PROJECT_ID')
                    and not exists (select 1 from information_schema.key_column_usage k
                        where k.constraint_name = t.constraint_name and k.column_name = 'PROJECT_ID')
                """));
    }

    /** A new table says in docs/scale.md where it would lie. */
    @Test
    void everyTableHasItsPlace() throws SQLException, IOException {
        var places = Files.readString(Path.of("docs", "scale.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> List.of(line.split("\\|", -1)[1].split("`", -1)).stream())
                .map(String::strip)
                .collect(Collectors.toSet());

        var unplaced = tables();
        unplaced.removeAll(places);

        assertEquals(Set.of(), unplaced);
    }

    private static Set<String> tables() throws SQLException {
        return names(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_name <> 'flyway_schema_history'");
    }

    private static Set<String> names(String sql) throws SQLException {
        var names = new TreeSet<String>();
        try (var statement = schema.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(java.util.Locale.ROOT));
            }
        }
        names.remove("flyway_schema_history");
        return names;
    }
}
