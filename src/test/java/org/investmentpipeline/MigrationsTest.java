package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.input.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations that were released stay as they are, and later ones only add: data and older instances of the service live on
 * through every upgrade. {@code migrations.sha256} lists them; it grows at its end, and no line of it ever changes.
 */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db");
    private static final Path LIST = Path.of("src/test/resources/migrations.sha256");

    /** What takes away from a schema that is in use, or from its data. */
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "drop (?!constraint|trigger|not null|default)\\w+|rename|alter (column )?\\w+ (set data )?type|set not null|truncate|delete from"
                    + "|flyway_schema_history");

    /** Derived of other tables, without a fact, and not needed by the writes of an older release (ADR 27). */
    private static final Pattern DERIVED = Pattern.compile("drop table if exists rollup;|delete from position_delta;");

    private static final Pattern ADDED = Pattern.compile("add (column )?(?!constraint)\\w+ [^,;]*");
    private static final Pattern ROOM =
            Pattern.compile("alter table (\\w+) alter column (\\w+) set data type varchar\\((\\d+)\\);");
    private static final Pattern DROPPED = Pattern.compile("drop (constraint|trigger) (?:if exists )?(\\w+)");

    @Test
    void releasedFilesNeverChangeAndEachIsListed() throws IOException {
        var listed = new TreeMap<String, String>();
        for (var line : Files.readAllLines(LIST)) {
            listed.put(line.substring(66), line.substring(0, 64));
        }

        var found = new TreeMap<String, String>();
        for (var file : files().toList()) {
            var name = FOLDER.relativize(file).toString().replace('\\', '/');
            found.put(name, Hash.hex(Hash.digest().digest(Files.readAllBytes(file))));
        }

        assertEquals(listed, found, "a new file gets its line at the end of " + LIST + " (sha256sum); others stay");
    }

    @ParameterizedTest
    @MethodSource("later")
    void laterFilesOnlyAdd(Path file) throws IOException {
        var text = DERIVED.matcher(Files.readString(file)).replaceAll("");

        assertEquals(List.of(), takenAway(withoutMoreRoom(text, before(file))));
    }

    @Test
    void aTextGetsMoreRoomAndNeverLess() {
        var first = "create table key (\n    id bigint not null,\n    place varchar(500),\n    text varchar(40)\n);";
        var later = "alter table key alter column place set data type varchar(1000);";

        assertEquals("", withoutMoreRoom(later, first));
        assertEquals(later, withoutMoreRoom(later, first + later));
        assertEquals(later, withoutMoreRoom(later, first.replace("500", "1000")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table sector;",
                "alter table sector drop column name_en;",
                "alter table sector rename to industry;",
                "alter table project alter column name type varchar(50);",
                "alter table project alter column name set data type varchar(50);",
                "alter table project alter column jobs set not null;",
                "alter table project add column score integer not null;",
                "alter table project add score numeric(15, 2) not null, add column grade integer;",
                "alter table position drop constraint position_stage;",
                "drop trigger position_append_only;",
                "create trigger position_append_only before delete on position; drop trigger position_append_only;",
                "delete from position;",
                "DROP INDEX project_name_ix;"
            })
    void theRuleCanFail(String sql) {
        assertTrue(!takenAway(sql).isEmpty(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table project add column score integer;",
                "alter table project add column score integer default 0 not null;",
                "alter table project add column score integer not null default 0;",
                "alter table position drop constraint position_stage;"
                        + " alter table position add constraint position_stage check (stage in ('A', 'B'));",
                "drop trigger if exists position_append_only; update position set jobs = 1;"
                        + " create trigger position_append_only before update, delete on position for each row call 'A';",
                "create table milestone (id bigint not null, dropped boolean not null); -- drop table sector"
            })
    void whatAddsIsLetThrough(String sql) {
        assertEquals(List.of(), takenAway(sql));
    }

    /** What the list has before a file, in its order. */
    private static String before(Path file) throws IOException {
        var texts = new StringBuilder();
        for (var line : Files.readAllLines(LIST)) {
            var listed = FOLDER.resolve(line.substring(66));
            if (listed.equals(file)) {
                break;
            }
            texts.append(Files.readString(listed));
        }
        return texts.toString();
    }

    /** A file without what gives a text more room than it has had. */
    private static String withoutMoreRoom(String sql, String before) {
        return ROOM.matcher(sql)
                .replaceAll(found -> room(before, found.group(1), found.group(2)) < Integer.parseInt(found.group(3))
                        ? ""
                        : found.group());
    }

    /** How many characters the text of a column may have had at last. */
    private static int room(String before, String table, String column) {
        var given =
                "(?:create table %1$s \\([^;]*?\\b%2$s\\s+|alter table %1$s alter column %2$s set data type |alter table %1$s add column (?:if not exists )?%2$s )varchar\\((\\d+)\\)";
        return Pattern.compile(given.formatted(table, column))
                .matcher(before)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .reduce((earlier, last) -> last)
                .orElseThrow();
    }

    private static Stream<Path> later() throws IOException {
        return files().filter(file -> !file.getFileName().toString().matches("V1(_1)?__.*"));
    }

    private static Stream<Path> files() throws IOException {
        try (var found = Files.walk(FOLDER)) {
            return found.filter(file -> file.toString().endsWith(".sql")).toList().stream();
        }
    }

    private static String again(String kind) {
        return kind.equals("trigger") ? "create trigger " : "add constraint ";
    }

    /**
     * What a file takes away; a constraint may be replaced by one of the same name, such as a check by a wider one, and a trigger
     * by one of the same name after what it would have refused.
     */
    private static List<String> takenAway(String sql) {
        var plain = sql.replaceAll("--[^\\n]*", "")
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        // What stands in parentheses is of something new, or the bound of a type.
        while (plain.matches(".*\\([^()]+\\).*")) {
            plain = plain.replaceAll("\\([^()]+\\)", "()");
        }
        var text = plain;
        var found = TAKES_AWAY.matcher(text).results();
        var unfilled = ADDED.matcher(text)
                .results()
                .filter(result ->
                        result.group().contains("not null") && !result.group().contains("default"));
        var dropped = DROPPED.matcher(text)
                .results()
                .filter(result ->
                        !text.substring(result.end()).contains(again(result.group(1)) + result.group(2) + " "));
        return Stream.of(found, unfilled, dropped)
                .flatMap(results -> results.map(MatchResult::group))
                .toList();
    }
}
