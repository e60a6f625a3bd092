package org.investmentpipeline.support;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a contract, each by the place where a reader finds it. */
record ContractParts(OpenAPI contract) {
    private static final String REFERENCE = "#/components/schemas/";

    /** By method and path. */
    Map<String, Operation> operations() {
        var operations = new TreeMap<String, Operation>();
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    /** By operation and status. */
    Stream<Map.Entry<String, ApiResponse>> answers() {
        return operations().entrySet().stream()
                .flatMap(each -> each.getValue().getResponses().entrySet().stream()
                        .map(answer -> Map.entry(each.getKey() + " " + answer.getKey(), answer.getValue())));
    }

    /** By operation and name. */
    Stream<Map.Entry<String, Parameter>> parameters() {
        return operations().entrySet().stream()
                .filter(each -> each.getValue().getParameters() != null)
                .flatMap(each -> each.getValue().getParameters().stream()
                        .map(parameter -> Map.entry(each.getKey() + " " + parameter.getName(), parameter)));
    }

    @SuppressWarnings("rawtypes") // as the parser gives them
    Map<String, Schema> components() {
        return contract.getComponents().getSchemas();
    }

    Schema<?> component(String name) {
        return Objects.requireNonNull(components().get(name), name);
    }

    @SuppressWarnings("rawtypes")
    static Map<String, Schema> properties(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    static Stream<Schema<?>> schemas(@Nullable Content content) {
        return content == null ? Stream.of() : content.values().stream().map(media -> media.getSchema());
    }

    /** The names of the schemas that answers are made of. */
    Set<String> answered() {
        var found = new HashSet<String>();
        answers().flatMap(answer -> schemas(answer.getValue().getContent())).forEach(schema -> reach(schema, found));
        return found;
    }

    /** The names of the schemas that requests are made of. */
    Set<String> sent() {
        var found = new HashSet<String>();
        operations().values().stream()
                .filter(each -> each.getRequestBody() != null)
                .flatMap(each -> schemas(each.getRequestBody().getContent()))
                .forEach(schema -> reach(schema, found));
        return found;
    }

    /** The names of the schemas that anything is made of. */
    Set<String> used() {
        var found = new HashSet<>(answered());
        found.addAll(sent());
        parameters().forEach(each -> reach(each.getValue().getSchema(), found));
        return found;
    }

    private void reach(@Nullable Schema<?> schema, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(REFERENCE.length());
            if (found.add(name)) {
                reach(component(name), found);
            }
        }
        parts(schema).values().forEach(each -> reach(each, found));
    }

    /** Every schema, by its place: those of components, of parameters, requests and answers, and all inside them. */
    Map<String, Schema<?>> places() {
        var places = new TreeMap<String, Schema<?>>();
        components().forEach((name, schema) -> put(name, schema, places));
        parameters().forEach(each -> put(each.getKey(), each.getValue().getSchema(), places));
        answers()
                .forEach(answer -> schemas(answer.getValue().getContent())
                        .forEach(schema -> put(answer.getKey(), schema, places)));
        operations().forEach((place, operation) -> {
            if (operation.getRequestBody() != null) {
                schemas(operation.getRequestBody().getContent()).forEach(schema -> put(place, schema, places));
            }
        });
        return places;
    }

    private static void put(String place, Schema<?> schema, Map<String, Schema<?>> places) {
        places.put(place, schema);
        parts(schema).forEach((name, part) -> put(place + "." + name, part, places));
    }

    /** The schemas that one is directly made of. */
    private static Map<String, Schema<?>> parts(Schema<?> schema) {
        var parts = new TreeMap<String, Schema<?>>();
        properties(schema).forEach(parts::put);
        if (schema.getItems() != null) {
            parts.put("[]", schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> value) {
            parts.put("{}", value);
        }
        for (var of : unions(schema).entrySet()) {
            for (var i = 0; i < of.getValue().size(); i++) {
                parts.put(of.getKey() + i, of.getValue().get(i));
            }
        }
        return parts;
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, List<Schema>> unions(Schema<?> schema) {
        return Map.of(
                "allOf", Objects.requireNonNullElse(schema.getAllOf(), List.of()),
                "anyOf", Objects.requireNonNullElse(schema.getAnyOf(), List.of()),
                "oneOf", Objects.requireNonNullElse(schema.getOneOf(), List.of()));
    }

    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
