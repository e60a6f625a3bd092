package org.investmentpipeline.support;

import static org.investmentpipeline.support.ContractParts.isEmpty;
import static org.investmentpipeline.support.ContractParts.properties;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client's author asks of the schemas of a contract, and of the values of its parameters and members. */
final class SchemaRules {
    /** The formats that generators make the right types of. Money is no float and no double. */
    private static final Set<String> FORMATS = Set.of("int32", "int64", "date", "date-time", "binary");

    /** The largest whole number that JavaScript reads exactly. */
    private static final BigDecimal EXACT = BigDecimal.valueOf((1L << 53) - 1);

    /** Names that hide a package in Java; the first release has this one, and README tells how to generate around it. */
    private static final Set<String> HIDING = Set.of("java", "javax", "jakarta", "org", "com");

    private static final Set<String> KNOWN_TO_HIDE = Set.of("Info.java");

    private final ContractParts parts;
    private final SchemaValidator validator;

    SchemaRules(ContractParts parts) {
        this.parts = parts;
        this.validator = new SchemaValidator(parts.contract(), new MessageResolver());
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
        rules.put("an example and a default match the schema", values(this::hasOddExample));
        rules.put("a list of words has a name", values(SchemaRules::hasNamelessWords));
        rules.put("a schema is used", components().filter(name -> !parts.used().contains(name)));
        rules.put("a pattern is read alike by JavaScript, Python and Java", places(SchemaRules::isOddlyWritten));
        rules.put("a format is one that generators know", places(SchemaRules::isOddlyFormatted));
        rules.put("a bound is exact in every language", places(SchemaRules::isInexact));
        rules.put("a schema has one shape", places(schema -> schema.getOneOf() != null || schema.getAnyOf() != null));
        rules.put("an object has a name", nameless());
        rules.put("a member hides no package of Java", hiding());
        return rules;
    }

    private Stream<String> components(Predicate<Schema<?>> fault) {
        return parts.components().entrySet().stream()
                .filter(each -> fault.test(each.getValue()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> components() {
        return parts.components().keySet().stream();
    }

    private Stream<String> places(Predicate<Schema<?>> fault) {
        return parts.places().entrySet().stream()
                .filter(each -> fault.test(each.getValue()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> nameless() {
        return places(schema -> !properties(schema).isEmpty())
                .filter(place -> !parts.components().containsKey(place));
    }

    private Stream<String> hiding() {
        return parts.components().entrySet().stream()
                .flatMap(each -> properties(each.getValue()).keySet().stream()
                        .filter(HIDING::contains)
                        .map(member -> each.getKey() + "." + member))
                .filter(place -> !KNOWN_TO_HIDE.contains(place));
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

    private boolean hasOddExample(Value value) {
        return Stream.of(Optional.ofNullable(value.example), Optional.ofNullable((Object) value.schema.getDefault()))
                .flatMap(Optional::stream)
                .anyMatch(given -> !matches(given, value.schema));
    }

    /** The parser makes days and moments of what is one, and leaves other texts. */
    private boolean matches(Object given, Schema<?> schema) {
        return given instanceof Date
                || given instanceof OffsetDateTime
                || !validator
                        .validate(() -> Json.mapper().valueToTree(given), schema, "example")
                        .hasErrors();
    }

    private static boolean hasNamelessWords(Value value) {
        var items = value.schema.getItems();
        return value.schema.getEnum() != null || items != null && items.getEnum() != null;
    }

    private static boolean isOddlyWritten(Schema<?> schema) {
        return schema.getPattern() != null && !PortablePattern.isPortable(schema.getPattern());
    }

    private static boolean isOddlyFormatted(Schema<?> schema) {
        return schema.getFormat() != null && !FORMATS.contains(schema.getFormat());
    }

    private static boolean isInexact(Schema<?> schema) {
        return schema.getMultipleOf() != null
                || Stream.of(schema.getMinimum(), schema.getMaximum())
                        .filter(Objects::nonNull)
                        .anyMatch(bound -> bound.abs().compareTo(EXACT) > 0);
    }
}
