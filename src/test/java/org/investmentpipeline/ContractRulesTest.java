package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client's author may rely on, whatever operation is added: names, summaries, types. */
class ContractRulesTest {
    private static final String REFERENCE = "#/components/schemas/";
    private static final OpenAPI CONTRACT = new OpenAPIV3Parser().read("openapi/openapi.yaml");

    @Test
    void everyOperationHasANameOfItsOwn() {
        var names = operations().map(Operation::getOperationId).toList();

        assertFalse(names.isEmpty());
        assertEquals(
                List.of(), wrong(names.stream().filter(name -> name == null || !name.matches("[a-z][a-zA-Z0-9]+"))));
        assertEquals(new HashSet<>(names).size(), names.size(), () -> "an operationId stands twice in " + names);
    }

    @Test
    void everyOperationHasATagAndASummary() {
        assertEquals(
                List.of(),
                wrong(operations()
                        .filter(each -> isEmpty(each.getSummary())
                                || each.getTags() == null
                                || each.getTags().size() != 1)
                        .map(Operation::getOperationId)));
    }

    @Test
    void everyOperationDocumentsItsProblems() {
        assertEquals(
                List.of(),
                wrong(operations()
                        .flatMap(each -> Stream.concat(
                                Stream.of("400", "default")
                                        .filter(status -> !each.getResponses().containsKey(status))
                                        .map(status -> each.getOperationId() + " lacks " + status),
                                each.getResponses().entrySet().stream()
                                        .filter(answer -> isProblem(answer.getKey()) && !saysProblem(answer.getValue()))
                                        .map(answer -> each.getOperationId() + " " + answer.getKey())))));
    }

    @Test
    void everyAnswersSchemaIsNamed() {
        assertEquals(
                List.of(),
                wrong(operations()
                        .flatMap(each -> each.getResponses().values().stream()
                                .flatMap(answer -> schemas(answer).stream())
                                .filter(schema -> schema.get$ref() == null && isJsonObject(schema))
                                .map(schema -> each.getOperationId()))));
    }

    @Test
    void everyPropertyHasAType() {
        var untyped = new ArrayList<String>();

        components()
                .forEach((name, schema) -> properties(schema).forEach((property, type) -> {
                    if (isUntyped(type) || (type.getItems() != null && isUntyped(type.getItems()))) {
                        untyped.add(name + "." + property);
                    }
                }));

        assertEquals(List.of(), untyped);
    }

    @Test
    void everySchemaOfAnAnswerSaysWhatIsAlwaysThere() {
        var answered = new HashSet<String>();
        operations()
                .flatMap(each -> each.getResponses().values().stream())
                .flatMap(answer -> schemas(answer).stream())
                .forEach(schema -> reach(schema, answered));

        assertFalse(answered.isEmpty());
        assertEquals(
                List.of(),
                wrong(answered.stream()
                        .filter(name -> !properties(components().get(name)).isEmpty())
                        .filter(name -> components().get(name).getRequired() == null)));
    }

    @Test
    void everySchemaIsDescribed() {
        assertEquals(
                List.of(),
                wrong(components().entrySet().stream()
                        .filter(each -> !properties(each.getValue()).isEmpty())
                        .filter(each -> isEmpty(each.getValue().getDescription()))
                        .map(Map.Entry::getKey)));
    }

    private static Stream<Operation> operations() {
        return CONTRACT.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    @SuppressWarnings("rawtypes") // as the parser gives them
    private static Map<String, Schema> components() {
        return CONTRACT.getComponents().getSchemas();
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> properties(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    private static List<Schema<?>> schemas(ApiResponse answer) {
        if (answer.getContent() == null) {
            return List.of();
        }
        var found = new ArrayList<Schema<?>>();
        answer.getContent().values().forEach(media -> found.add(media.getSchema()));
        return found;
    }

    private static boolean isProblem(String status) {
        return status.equals("default") || status.startsWith("4") || status.startsWith("5");
    }

    private static boolean saysProblem(ApiResponse answer) {
        return answer.getContent() != null && answer.getContent().containsKey("application/problem+json");
    }

    private static boolean isJsonObject(Schema<?> schema) {
        return !"string".equals(schema.getType());
    }

    private static boolean isUntyped(Schema<?> schema) {
        return schema.get$ref() == null && schema.getType() == null && schema.getAllOf() == null;
    }

    /** Notes the names of a schema and of all it is made of. */
    private static void reach(@Nullable Schema<?> schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(REFERENCE.length());
            if (found.add(name)) {
                reach(components().get(name), found);
            }
        }
        properties(schema).values().forEach(each -> reach(each, found));
        reach(schema.getItems(), found);
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(each -> reach(each, found));
        }
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<String> wrong(Stream<String> found) {
        return found.sorted().toList();
    }
}
