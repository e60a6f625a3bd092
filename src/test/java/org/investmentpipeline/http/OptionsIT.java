package org.investmentpipeline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.investmentpipeline.support.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods that each path of the contract names as its own. */
@Tag("edge")
@QuarkusTest
class OptionsIT {
    private static final byte[] NOTHING = {};

    /** A path with values for its parameters, and the methods that the contract has for it. */
    record Documented(String path, Set<String> methods) {
        static Documented of(String path, PathItem item) {
            var methods = new TreeSet<String>(Set.of("OPTIONS"));
            item.readOperationsMap().keySet().forEach(method -> methods.add(method.name()));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return new Documented(path.replaceAll("\\{[^}]+}", "1"), methods);
        }

        /** One that no path like it has either: a GET of {@code /projects/batch} asks for a project of that id. */
        String another() {
            return methods.contains("PUT") ? "FOO" : "PUT";
        }
    }

    static Stream<Documented> paths() {
        return new OpenAPIV3Parser()
                .read("openapi/openapi.yaml").getPaths().entrySet().stream()
                        .map(each -> Documented.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void optionsNameTheMethodsOfThePath(Documented documented) {
        var reply = send("OPTIONS", documented.path);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(documented.methods, allowed(reply));
        assertTrue(reply.has("X-Content-Type-Options", "nosniff"), reply::toString);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paths")
    void aMethodThatThePathLacksIsAnsweredWithThoseItHas(Documented documented) {
        var reply = send(documented.another(), documented.path);

        assertEquals(405, reply.status(), reply::toString);
        assertEquals(documented.methods, allowed(reply));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/projects/1/nothing",
                "/api/v1/projects/1/moves/1/nothing",
                "/api/v1/projects%2F1",
                "/api/v1/admin",
                "/api/v1/sectors/a/b",
                "/api/v2/projects"
            })
    void thereAreNoOptionsWhereThereIsNothing(String path) {
        var reply = send("OPTIONS", path);

        assertEquals(404, reply.status(), reply::toString);
        assertTrue(reply.has("Content-Type", "application/problem+json"), reply::toString);
    }

    @Test
    void anEndingSlashMakesNoDifference() {
        assertEquals(allowed(send("OPTIONS", "/api/v1/projects")), allowed(send("OPTIONS", "/api/v1/projects/")));
    }

    private static Set<String> allowed(Wire.Reply reply) {
        return reply.head()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("allow:"))
                .flatMap(line -> Arrays.stream(line.substring("allow:".length()).split(",")))
                .map(String::strip)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static Wire.Reply send(String method, String path) {
        return Wire.send(Wire.request(method + " " + path + " HTTP/1.1", "", NOTHING));
    }
}
