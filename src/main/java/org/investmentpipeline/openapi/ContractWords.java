package org.investmentpipeline.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Completes the contract with descriptions and examples that the code does not give: one word means one idea, so the table of
 * words gives each name its example and description wherever it has none of its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractWords.LAST)
public class ContractWords implements OASFilter {
    /** The extension with the values of an open enumeration. */
    static final String EXTENSIBLE = "x-extensible-enum";

    static final int LAST = HeaderContract.AFTER_THE_OTHERS - 1;

    /** Enumerations that later releases extend; clients must accept unknown values. */
    private static final Set<String> GROWING = Set.of("AuditSubjectKind", "Dimension", "ProjectChangeKind");

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var schemas = contract.getComponents().getSchemas();
        schemas.forEach((name, schema) -> complete(name, schema, schemas));
        GROWING.stream().map(schemas::get).filter(Objects::nonNull).forEach(ContractWords::open);
        closeRequests(contract);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> complete(operation, schemas));
        contract.getTags().forEach(ContractWords::describe);
    }

    private static void complete(String name, Schema schema, Map<String, Schema> schemas) {
        if (schema.getDescription() == null) {
            schema.setDescription(Glossary.description(name));
        }
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((member, property) -> {
            if (property.getAnyOf() != null) {
                typed(property, schemas);
            }
            if (needsExample(property)) {
                example(member).forEach(property::addExample);
            }
        });
    }

    private static void open(Schema words) {
        words.addExtension(EXTENSIBLE, words.getEnumeration());
        words.setEnumeration(null);
    }

    /** Adds the type to nullable references; OpenAPI 3.0.3 writes them as {@code nullable}, which has an effect only with a type. */
    private static void typed(Schema property, Map<String, Schema> schemas) {
        property.getAnyOf().stream()
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .map(reference -> schemas.get(reference.substring(REFERENCE.length())))
                .filter(Objects::nonNull)
                .flatMap(meant -> meant.getType().stream())
                .forEach(property::addType);
    }

    private static boolean needsExample(Schema schema) {
        var isList = schema.getItems() != null && schema.getItems().getRef() != null;
        var isTruth = schema.getType() != null && schema.getType().contains(Schema.SchemaType.BOOLEAN);
        return schema.getRef() == null
                && schema.getAllOf() == null
                && schema.getAnyOf() == null
                && schema.getExample() == null
                && (schema.getExamples() == null || schema.getExamples().isEmpty())
                && !isList
                && !isTruth;
    }

    private static List<Object> example(String name) {
        var example = Glossary.example(name);
        return example == null ? List.of() : List.of(example);
    }

    private static void complete(Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ContractWords::complete);
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.equals("204")) {
                answer.setDescription("Done");
            } else if ("OK".equals(answer.getDescription())) {
                var schema = answer.getContent()
                        .getMediaTypes()
                        .values()
                        .iterator()
                        .next()
                        .getSchema();
                var meant = schema.getRef() == null
                        ? null
                        : schemas.get(schema.getRef().substring(REFERENCE.length()));
                answer.setDescription(meant == null ? "The answer" : meant.getDescription());
            }
        });
    }

    private static void complete(Parameter parameter) {
        var schema = parameter.getSchema();
        if (parameter.getDescription() == null) {
            parameter.setDescription(Glossary.description(parameter.getName()));
        }
        if (parameter.getExample() == null && needsExample(schema)) {
            example(parameter.getName())
                    .forEach(example -> parameter.setExample(schema.getItems() == null ? example : List.of(example)));
        }
        if (schema.getDefaultValue() instanceof String text
                && schema.getType() != null
                && schema.getType().contains(Schema.SchemaType.BOOLEAN)) {
            schema.setDefaultValue(Boolean.valueOf(text));
        }
    }

    /** Refuses additional properties in request bodies. */
    private static void closeRequests(OpenAPI contract) {
        var schemas = contract.getComponents().getSchemas();
        var sent = new HashSet<String>();
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(media -> reach(media.getSchema(), schemas, sent));
        sent.stream()
                .map(schemas::get)
                .filter(schema -> schema.getProperties() != null)
                .forEach(schema -> schema.setAdditionalPropertiesBoolean(false));
    }

    private static void reach(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(REFERENCE.length());
            if (found.add(name)) {
                reach(schemas.get(name), schemas, found);
            }
            return;
        }
        var parts = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf()).filter(Objects::nonNull).forEach(parts::addAll);
        parts.forEach(part -> reach(part, schemas, found));
        reach(schema.getItems(), schemas, found);
    }

    private static void describe(Tag tag) {
        if (tag.getDescription() == null) {
            tag.setDescription(Glossary.description(tag.getName()));
        }
    }
}
