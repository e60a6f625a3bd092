package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.investmentpipeline.support.ContractChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that was written for the last release goes on working with this one, unless the major version changes. */
class ContractChangesTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String CONTRACT = text("openapi/openapi.yaml");
    private static final JsonNode TREE = tree();

    /** The same contract as JSON, which is read in a fraction of the time of YAML. */
    private static final String SAME = TREE.toString();

    private static final String PROJECTS = "/paths/~1api~1v1~1projects";

    @Test
    void thisContractBreaksNoClientOfTheLastRelease() {
        assertEquals(List.of(), ContractChanges.breaking(text("openapi/released.yaml"), CONTRACT));
        assertEquals(List.of(), ContractChanges.breaking(CONTRACT, SAME));
    }

    /** A change of the contract, in the words of its author. */
    private record Change(String what, Consumer<JsonNode> how) {
        String made() {
            var contract = TREE.deepCopy();
            how.accept(contract);
            assertNotEquals(TREE, contract, "changes nothing");
            return contract.toString();
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Change> breaking() {
        return Stream.of(
                new Change("an operation is gone", remove(PROJECTS, "post")),
                new Change("a request must hold more", required("ProjectDraft", "zone")),
                new Change("an answer holds less", contract -> {
                    remove("/components/schemas/Project/properties", "landArea").accept(contract);
                    removeWord("/components/schemas/Project/required", "landArea")
                            .accept(contract);
                }),
                new Change(
                        "an answer does not always hold it",
                        removeWord("/components/schemas/Project/required", "name")),
                new Change(
                        "a word is not taken any more", removeWord("/components/schemas/ImportOnError/enum", "skip")),
                new Change("an answer knows a new word", add("/components/schemas/Precision/enum", "DECADE")),
                new Change("a number is a text", set("/components/schemas/Project/properties/id", "type", "string")),
                new Change("a parameter is mandatory", set(PROJECTS + "/get/parameters/0", "required", true)),
                new Change(
                        "a parameter is gone",
                        contract ->
                                array(contract, PROJECTS + "/get/parameters").remove(0)),
                new Change(
                        "a text must be shorter",
                        set("/components/schemas/ProjectDraft/properties/name", "maxLength", 20)),
                new Change("an operation has another name", set(PROJECTS + "/post", "operationId", "addProject")),
                new Change("a header does not come any more", remove(PROJECTS + "/post/responses/201/headers", "ETag")),
                new Change(
                        "fewer may",
                        contract -> array(contract, PROJECTS + "/get/x-roles")
                                .removeAll()
                                .add("MANAGER")));
    }

    @ParameterizedTest
    @MethodSource
    void breaking(Change change) {
        assertFalse(ContractChanges.breaking(SAME, change.made()).isEmpty());
    }

    static Stream<Change> harmless() {
        return Stream.of(
                new Change(
                        "a parameter that may be left out",
                        contract -> array(contract, PROJECTS + "/get/parameters")
                                .addObject()
                                .put("name", "more")
                                .put("in", "query")
                                .putObject("schema")
                                .put("type", "string")),
                new Change(
                        "an operation more",
                        contract -> ((ObjectNode) contract.at("/paths"))
                                .set("/api/v1/more", contract.at("/paths/~1api~1v1~1me"))),
                new Change("an answer holds more", member("Project")),
                new Change("a request may hold more", member("ProjectDraft")),
                new Change("a word more is taken", add("/components/schemas/ImportOnError/enum", "ask")),
                new Change(
                        "a growing list of words grows",
                        add("/components/schemas/AuditSubjectKind/x-extensible-enum", "MORE")),
                new Change(
                        "more may",
                        contract -> array(contract, PROJECTS + "/post/x-roles")
                                .removeAll()
                                .add("VIEWER")),
                new Change("another sentence", set("/components/schemas/Project", "description", "Else.")));
    }

    @ParameterizedTest
    @MethodSource
    void harmless(Change change) {
        assertEquals(List.of(), ContractChanges.breaking(SAME, change.made()));
    }

    @Test
    void aPatternOfARequestMayGoButNotCome() {
        var summary = "/components/schemas/ProjectDraft/properties/summary";
        var bound = new Change("a pattern", set(summary, "pattern", "\\S")).made();
        var portable = new Change("the same, portable", set(summary, "pattern", "[\\s\\S]*\\S[\\s\\S]*")).made();

        assertEquals(List.of(), ContractChanges.breaking(bound, SAME));
        assertEquals(List.of(), ContractChanges.breaking(bound, portable));
        assertFalse(ContractChanges.breaking(SAME, bound).isEmpty());
        assertFalse(ContractChanges.breaking(portable, bound).isEmpty());
    }

    @Test
    void aLeastLengthMayComeWhereAPatternSaidIt() {
        var summary = "/components/schemas/ProjectDraft/properties/summary";
        var refusesEmpty = new Change("a pattern", set(summary, "pattern", "^.+$")).made();
        var takesEmpty = new Change("a pattern", set(summary, "pattern", "^.*$")).made();
        var nonEmpty = new Change("a least length", set(summary, "minLength", 1)).made();
        var longer = new Change("a greater least length", set(summary, "minLength", 2)).made();

        assertEquals(List.of(), ContractChanges.breaking(refusesEmpty, nonEmpty));
        assertFalse(ContractChanges.breaking(refusesEmpty, longer).isEmpty());
        assertFalse(ContractChanges.breaking(takesEmpty, nonEmpty).isEmpty());
        assertFalse(ContractChanges.breaking(SAME, nonEmpty).isEmpty());
    }

    @Test
    void aNewMajorVersionMayBreakWhatItLikes() {
        var change = new Change("the first number", contract -> {
            set("/info", "version", "2.0.0").accept(contract);
            remove(PROJECTS, "post").accept(contract);
        });

        assertEquals(List.of(), ContractChanges.breaking(SAME, change.made()));
    }

    private static JsonNode tree() {
        try {
            return YAML.readTree(CONTRACT);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Consumer<JsonNode> set(String where, String name, Object value) {
        return contract -> ((ObjectNode) contract.at(where)).set(name, YAML.valueToTree(value));
    }

    private static Consumer<JsonNode> remove(String where, String name) {
        return contract -> ((ObjectNode) contract.at(where)).remove(name);
    }

    private static Consumer<JsonNode> add(String where, String word) {
        return contract -> array(contract, where).add(word);
    }

    private static Consumer<JsonNode> required(String schema, String member) {
        return add("/components/schemas/" + schema + "/required", member);
    }

    private static Consumer<JsonNode> removeWord(String where, String word) {
        return contract -> {
            var words = array(contract, where);
            for (var i = words.size() - 1; i >= 0; i--) {
                if (words.get(i).asText().equals(word)) {
                    words.remove(i);
                }
            }
        };
    }

    private static Consumer<JsonNode> member(String schema) {
        return contract -> ((ObjectNode) contract.at("/components/schemas/" + schema + "/properties"))
                .putObject("more")
                .put("type", "string");
    }

    private static ArrayNode array(JsonNode contract, String where) {
        return (ArrayNode) contract.at(where);
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
