package org.investmentpipeline.support;

import static org.investmentpipeline.support.ContractParts.isEmpty;
import static org.investmentpipeline.support.ContractParts.properties;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client's author asks of the schemas of a contract, and of the values of its parameters and members. */
final class SchemaRules {
    /** Flags, possessive quantifiers and names that Java reads and JavaScript does not. */
    private static final Pattern OF_JAVA_ONLY =
            Pattern.compile("\\(\\?[a-z>]|[*+?]\\+|\\\\[hHQEzZA]|\\\\p\\{(?!L}|N}|Cc})");

    private final ContractParts parts;

    SchemaRules(ContractParts parts) {
        this.parts = parts;
    }

    /** The value of a parameter or member. */
    private record Value(
            String place, Schema<?> schema, @Nullable Object example) {}

    /** Each rule with the places where it is broken. */
    Map<String, Stream<String>> broken() {
        var rules = new TreeMap<String, Stream<String>>();
        rules.put("a schema is described", components(schema -> isEmpty(schema.getDescription())));
        rules.put("a page is items and the cursor of the next", components(SchemaRules::isOddPage));
        rules.put("a parameter is described", undescribed());
        rules.put("a value has a type", values(SchemaRules::isUntyped));
        rules.put("a value has an example", values(SchemaRules::lacksExample));
        rules.put("an example and a default have the type", values(SchemaRules::isOfAnotherType));
        rules.put("a list of words has a name", values(SchemaRules::hasNamelessWords));
        rules.put("a pattern is read alike by JavaScript", values(SchemaRules::isOfJavaOnly));
        return rules;
    }

    private Stream<String> components(Predicate<Schema<?>> fault) {
        return parts.components().entrySet().stream()
                .filter(each -> fault.test(each.getValue()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> undescribed() {
        return parts.parameters()
                .filter(each -> isEmpty(each.getValue().getDescription()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> values(Predicate<Value> fault) {
        var ofParameters = parts.parameters()
                .map(each -> new Value(
                        each.getKey(),
                        each.getValue().getSchema(),
                        each.getValue().getExample()));
        var ofMembers = parts.components().entrySet().stream()
                .flatMap(each -> properties(each.getValue()).entrySet().stream()
                        .map(member -> new Value(
                                each.getKey() + "." + member.getKey(),
                                member.getValue(),
                                member.getValue().getExample())));
        return Stream.concat(ofParameters, ofMembers).filter(fault).map(Value::place);
    }

    private static boolean isOddPage(Schema<?> schema) {
        var next = properties(schema).get("next");
        return next != null
                && (!Set.of("items", "next", "total")
                                .containsAll(properties(schema).keySet())
                        || !schema.getRequired().containsAll(List.of("items", "next"))
                        || !Boolean.TRUE.equals(next.getNullable()));
    }

    private static boolean isUntyped(Value value) {
        var schema = value.schema;
        var untyped = schema.get$ref() == null && schema.getType() == null;
        var items = schema.getItems();
        return untyped && (schema.getAllOf() == null || schema.getNullable() != null)
                || items != null && items.get$ref() == null && items.getType() == null && items.getAllOf() == null;
    }

    private static boolean lacksExample(Value value) {
        var schema = value.schema;
        var each = schema.getItems() == null ? schema : schema.getItems();
        return value.example == null
                && schema.getDefault() == null
                && schema.getAllOf() == null
                && each.get$ref() == null
                && !"boolean".equals(each.getType())
                && !"binary".equals(each.getFormat());
    }

    private static boolean isOfAnotherType(Value value) {
        return Stream.of(Optional.ofNullable(value.example), Optional.ofNullable((Object) value.schema.getDefault()))
                .flatMap(Optional::stream)
                .anyMatch(told -> switch (Objects.requireNonNullElse(value.schema.getType(), "")) {
                    case "integer", "number" -> !(told instanceof Number);
                    case "boolean" -> !(told instanceof Boolean);
                    default -> told instanceof Number || told instanceof Boolean;
                });
    }

    private static boolean hasNamelessWords(Value value) {
        var items = value.schema.getItems();
        return value.schema.getEnum() != null || items != null && items.getEnum() != null;
    }

    private static boolean isOfJavaOnly(Value value) {
        var pattern = value.schema.getPattern();
        return pattern != null && OF_JAVA_ONLY.matcher(pattern).find();
    }
}
