package org.investmentpipeline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values of schemas: such as the contract allows, and such as it does not. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 6;
    private static final List<String> TEXTS = List.of(
            "名称",
            "润平电子 & Söhne",
            "O'Brien; drop table project --",
            "%_\\\"<script>",
            "  blanks  ",
            "😀👩‍👩‍👧",
            "\u202eright to left",
            "0",
            "null",
            "{}",
            "Ａ１",
            "\t\n",
            "ﬀ İ ẞ");
    private static final List<String> HOSTILE = List.of(
            "\u0000", "a\u0000b", "\uFFFF", "x".repeat(5_000), "名".repeat(5_000), "/../..", "${jndi:x}", "\u0085");
    private static final List<String> NUMBERS =
            List.of("0", "1", "0.01", "0.1", "99999999.99", "1200000000", "9007199254740993", "9999999999999.99");

    private final OpenAPI contract;
    private final Random random;
    private final Known known;

    Values(OpenAPI contract, Random random, Known known) {
        this.contract = contract;
        this.random = random;
        this.known = known;
    }

    /** A schema with its references followed. */
    Schema<?> meant(Schema<?> schema) {
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(REFERENCE.length());
            return meant(
                    Objects.requireNonNull(contract.getComponents().getSchemas().get(name), name));
        }
        return schema.getAllOf() == null ? schema : meant(schema.getAllOf().get(0));
    }

    /** A value that a schema allows, of a member or parameter of this name; path is empty within a body. */
    JsonNode right(String path, String name, Schema<?> declared) {
        return right(path, name, declared, 0);
    }

    private JsonNode right(String path, String name, Schema<?> declared, int depth) {
        if (Boolean.TRUE.equals(declared.getNullable()) && chance(8)) {
            return JSON.nullNode();
        }
        var schema = meant(declared);
        var told = isScalar(schema) ? known.of(path, name) : null;
        if (told != null && !chance(5)) {
            return told;
        }
        if (schema.getEnum() != null) {
            return text(pick(schema.getEnum()));
        }
        if (schema.getExtensions() != null
                && schema.getExtensions().get("x-extensible-enum") instanceof List<?> words) {
            return text(pick(words));
        }
        if (BigDecimal.ZERO.equals(schema.getMinimum()) && schema.getExclusiveMinimum() == null && chance(3)) {
            return JSON.numberNode(0);
        }
        var example = declared.getExample() == null ? schema.getExample() : declared.getExample();
        if ((example instanceof String || example instanceof Number) && isScalar(schema) && !chance(3)) {
            return PLAIN.valueToTree(example);
        }
        return switch (Objects.requireNonNullElse(schema.getType(), "object")) {
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(BigDecimal.valueOf(bounded(schema)));
            case "number" -> JSON.numberNode(new BigDecimal(pick(NUMBERS)));
            case "array" -> array(path, name, schema, depth);
            case "string" -> text(string(schema));
            default -> object(schema, depth);
        };
    }

    private JsonNode array(String path, String name, Schema<?> schema, int depth) {
        var array = JSON.arrayNode();
        var least = schema.getMinItems() == null ? 0 : schema.getMinItems();
        for (var i = 0; i < least + random.nextInt(3); i++) {
            array.add(right(path, name, schema.getItems(), depth + 1));
        }
        return array;
    }

    private ObjectNode object(Schema<?> schema, int depth) {
        var object = JSON.objectNode();
        // Now and then everything, now and then only what must be there.
        var one = pick(List.of(1, 3, 100));
        properties(schema).forEach((name, property) -> {
            var required = schema.getRequired() != null && schema.getRequired().contains(name);
            if (required || depth < DEEPEST && chance(one)) {
                object.set(name, right("", name, property, depth + 1));
            }
        });
        if (schema.getAdditionalProperties() instanceof Schema<?> value
                && schema.getExample() instanceof ObjectNode example) {
            example.fieldNames().forEachRemaining(key -> {
                if (chance(2)) {
                    object.set(key, right("", key, value, depth + 1));
                }
            });
        }
        return object;
    }

    private String string(Schema<?> schema) {
        if ("date".equals(schema.getFormat())) {
            return day().toString();
        }
        if ("date-time".equals(schema.getFormat())) {
            return Instant.now().minusSeconds(random.nextInt(10_000_000)).toString();
        }
        if (schema.getPattern() != null && !chance(4)) {
            var made = RgxGen.parse(schema.getPattern().replace("[\\s\\S]*", ".{0,9}"))
                    .generate(random);
            return made.strip().isEmpty() ? "x" : made;
        }
        // Rules that no pattern says: a text like the example is right more often than others.
        var text = schema.getExample() instanceof String example && chance(2)
                ? example + random.nextInt(1_000)
                : pick(TEXTS);
        return schema.getMaxLength() != null && text.length() > schema.getMaxLength() ? "x" : text;
    }

    private LocalDate day() {
        return chance(5)
                ? LocalDate.of(1990, 1, 1).plusDays(random.nextInt(15_000))
                : LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(1_000));
    }

    private long bounded(Schema<?> schema) {
        var least = schema.getMinimum() == null ? 0 : schema.getMinimum().longValue();
        var most = schema.getMaximum() == null
                ? least + 1_000
                : schema.getMaximum().longValue();
        return chance(6) ? (random.nextBoolean() ? least : most) : least + random.nextInt((int) (most - least + 1));
    }

    /** A value of another type, or out of what is allowed; null when nothing is wrong for this schema. */
    @Nullable
    JsonNode wrong(Schema<?> declared) {
        var schema = meant(declared);
        var wrong = switch (random.nextInt(4)) {
            case 0 -> schema.getEnum() == null ? null : text("NO_SUCH");
            case 1 -> schema.getMaxLength() == null ? null : text("x".repeat(schema.getMaxLength() + 1));
            case 2 ->
                schema.getMinimum() == null
                        ? null
                        : JSON.numberNode(schema.getMinimum().subtract(BigDecimal.ONE));
            default -> null;
        };
        return wrong == null ? ofAnotherType(schema) : wrong;
    }

    private JsonNode ofAnotherType(Schema<?> schema) {
        var isText = "string".equals(schema.getType());
        return switch (random.nextInt(4)) {
            case 0 ->
                "object".equals(schema.getType())
                        ? text("x")
                        : JSON.objectNode().put("x", 1);
            case 1 ->
                "array".equals(schema.getType()) ? text("x") : JSON.arrayNode().add(1);
            case 2 -> isText ? JSON.numberNode(7) : text("seven");
            default -> isText ? JSON.booleanNode(true) : text("");
        };
    }

    /** A text that may be refused or not, but never breaks anything. */
    String hostile() {
        return pick(chance(2) ? HOSTILE : TEXTS);
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SuppressWarnings("rawtypes") // as the parser gives them
    static Map<String, Schema> properties(Schema<?> schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    private static boolean isScalar(Schema<?> schema) {
        return !"array".equals(schema.getType()) && !"object".equals(schema.getType());
    }

    private static JsonNode text(Object value) {
        return JSON.textNode(value.toString());
    }
}
