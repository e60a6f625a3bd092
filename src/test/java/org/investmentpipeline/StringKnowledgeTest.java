package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.investmentpipeline.support.SourceStrings;
import org.junit.jupiter.api.Test;

/**
 * A package knows nothing of the packages to its right, in strings neither: no path or id of their operations, no table and no entity of
 * theirs. {@link ArchitectureTest} checks the same of imports.
 */
class StringKnowledgeTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The owners of tables that no entity maps. */
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("ledger_clock", "ledger"),
            Map.entry("idempotency_key", "idempotency"),
            Map.entry("user_role", "security"),
            Map.entry("user_zone", "security"),
            Map.entry("sign_in_brake", "security"),
            Map.entry("login_failure", "security"),
            Map.entry("known_address", "security"),
            Map.entry("audit_sealer", "security"),
            Map.entry("position_delta", "project"),
            Map.entry("rollup", "figures"),
            Map.entry("rollup_state", "figures"));

    /** A source file and the word of another package in it, with the reason why it may be there. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "Glossary: /api/v1/projects", "the example of links from figures, wherever the contract has them",
            "HeaderContract: /api/v1/projects", "the example of Location",
            "HeaderContract: /api/v1/projects/{id}", "the example of Location");

    private static final List<Word> WORDS = words();

    /** A word that belongs to a package, such as the path of an operation, and how it is recognised in a string. */
    private record Word(String text, String owner, Pattern form) {
        /** Looks for the constant part first: that is many times faster. */
        boolean isIn(String string) {
            var end = text.indexOf('{');
            return string.contains(end < 0 ? text : text.substring(0, end))
                    && form.matcher(string).find();
        }
    }

    @Test
    void noStringKnowsWhatIsToTheRight() throws IOException {
        var found = new TreeMap<String, String>();
        SourceStrings.ofTheProduct().forEach(strings -> found.putAll(violations(strings)));

        assertEquals(new TreeSet<>(EXCEPTIONS.keySet()), new TreeSet<>(found.keySet()), found::toString);
    }

    @Test
    void everyTableHasAnOwner() throws IOException {
        var owned = WORDS.stream().map(Word::text).collect(Collectors.toSet());

        var unowned = created();
        unowned.removeAll(owned);

        assertEquals(Set.of(), unowned, "a table that no entity maps is listed in OWNERS");
    }

    @Test
    void thePathOfAnOperationToTheRightIsFound() {
        var path = new SourceStrings.Source("http", "MadeUp", """
                class MadeUp {
                    static final String API = "/api/v1";
                    String dumps() {
                        return "POST /api/v1/admin" + ("/restore" + API);
                    }
                }""");

        assertEquals(Set.of("MadeUp: /api/v1/admin/restore"), violations(path));
        assertEquals(Set.of(), violations(new SourceStrings.Source("backup", path.name(), path.text())));
    }

    @Test
    void thePathOfOneResourceIsFoundAndNotThatOfAnother() {
        var one = new SourceStrings.Source(
                "http", "MadeUp", "class MadeUp { String link = \"/api/v1/projects/127/moves\"; }");
        var other =
                new SourceStrings.Source("http", "MadeUp", "class MadeUp { String link = \"/api/v1/projections\"; }");

        assertTrue(violations(one).contains("MadeUp: /api/v1/projects/{id}/moves"));
        assertEquals(Set.of(), violations(other));
    }

    @Test
    void anOperationIdToTheRightIsFound() {
        var id = new SourceStrings.Source("openapi", "MadeUp", """
                @Deprecated(since = "reverseMove")
                class MadeUp {
                    // putProjectStatus
                    String reverse = "reverseMoves";
                }""");

        assertEquals(Set.of("MadeUp: reverseMove"), violations(id));
    }

    @Test
    void aTableAndAnEntityToTheRightAreFound() {
        var sql = new SourceStrings.Source("catalogue", "MadeUp", """
                class MadeUp {
                    String used(String column) {
                        return "select 1 from position where " + column + " in (:codes)";
                    }
                    String hql = "select count(*) from Project p";
                    String change = "project_change";
                    String prose = "a position of a project, and changes from project to project";
                }""");

        assertEquals(Set.of("MadeUp: position", "MadeUp: Project", "MadeUp: project_change"), violations(sql));
    }

    @Test
    void exceptionsHaveAReason() {
        EXCEPTIONS.forEach((exception, reason) -> assertFalse(reason.isBlank(), exception));
    }

    private static Set<String> violations(SourceStrings.Source source) {
        return violations(SourceStrings.of(List.of(source)).get(0)).keySet();
    }

    /** The words of packages to the right, each with the string that has it. */
    private static Map<String, String> violations(SourceStrings strings) {
        var source = strings.source();
        var foreign = WORDS.stream()
                .filter(word -> level(word.owner) > level(source.owner()))
                .toList();
        var found = new TreeMap<String, String>();
        for (var string : strings.all()) {
            foreign.stream()
                    .filter(word -> word.isIn(string))
                    .forEach(word -> found.put(source.name() + ": " + word.text, string));
        }
        return found;
    }

    private static int level(String name) {
        return IntStream.range(0, ArchitectureTest.LEVELS.size())
                .filter(level -> ArchitectureTest.LEVELS.get(level).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is in no level"));
    }

    private static List<Word> words() {
        var words = new TreeMap<String, Word>();
        for (var type : ArchitectureTest.PRODUCT) {
            var owner = owner(type);
            value(type, Table.class, "name").forEach(name -> words.put(name, table(name, owner)));
            if (type.isAnnotatedWith(Entity.class)) {
                words.put(type.getSimpleName(), entity(type.getSimpleName(), owner));
            }
            type.getFields()
                    .forEach(field -> value(field, CollectionTable.class, "name")
                            .forEach(name -> words.put(name, table(name, owner))));
            type.getMethods()
                    .forEach(method -> value(method, Operation.class, "operationId")
                            .forEach(id -> {
                                words.put(id, new Word(id, owner, Pattern.compile("\\b" + Pattern.quote(id) + "\\b")));
                                var path = String.join(
                                        "",
                                        Stream.concat(path(type), path(method)).toList());
                                words.put(path, path(path, owner));
                            }));
        }
        OWNERS.forEach((table, owner) -> words.putIfAbsent(table, table(table, owner)));
        return List.copyOf(words.values());
    }

    private static Stream<String> path(HasAnnotations<?> annotated) {
        return value(annotated, jakarta.ws.rs.Path.class, "value");
    }

    private static Stream<String> value(HasAnnotations<?> annotated, Class<?> annotation, String member) {
        return annotated.getAnnotations().stream()
                .filter(each -> each.getRawType().isEquivalentTo(annotation))
                .map(each -> ((JavaAnnotation<?>) each).get(member))
                .flatMap(value -> value.stream())
                .map(Object::toString);
    }

    private static Word path(String path, String owner) {
        var form = Pattern.compile("\\{[^}]+}")
                .splitAsStream(path)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/\\s]+", "", path.endsWith("}") ? "[^/\\s]+" : ""));
        return new Word(path, owner, Pattern.compile(form + "(?![\\w-])"));
    }

    /** A name of several words is found anywhere, one that is a word of prose after a word of SQL. */
    private static Word table(String name, String owner) {
        return name.contains("_") ? new Word(name, owner, Pattern.compile("\\b" + name + "\\b")) : entity(name, owner);
    }

    private static Word entity(String name, String owner) {
        var form =
                "(?s)\\b(?:select\\b.*\\bfrom|^\\s*from|select\\b.*\\bjoin|insert\\s+into|delete\\s+from|^\\s*update|truncate|(?:alter|lock)\\s+table)\\s+"
                        + name + "\\b";
        return new Word(name, owner, Pattern.compile(form));
    }

    private static String owner(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    private static Set<String> created() throws IOException {
        var tables = new TreeSet<String>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file : files.toList()) {
                Pattern.compile("create table (?:if not exists )?(\\w+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(result -> tables.add(result.group(1)));
            }
        }
        return tables;
    }
}
