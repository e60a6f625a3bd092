package org.investmentpipeline.support;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.investmentpipeline.security.Role;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What of a change of the contract would break a client that was written for the contract before. */
public final class ContractChanges {
    private ContractChanges() {}

    /** Says what breaks, in the words of a reader of both contracts; nothing when a client of the first can go on. */
    public static List<String> breaking(String before, String after) {
        var old = read(before);
        var now = read(after);
        if (!major(old).equals(major(now))) {
            return List.of();
        }
        var found = new ArrayList<>(lost(operations(old), operations(now)));
        found.addAll(longer(new ContractParts(old), new ContractParts(now)));
        loosen(new ContractParts(old), new ContractParts(now));
        open(new ContractParts(old), new ContractParts(now));
        var changes = OpenApiCompare.fromSpecifications(old, now);
        if (changes.isIncompatible()) {
            var told = new ByteArrayOutputStream();
            new MarkdownRender().render(changes, new OutputStreamWriter(told, StandardCharsets.UTF_8));
            found.add(told.toString(StandardCharsets.UTF_8));
        }
        return found;
    }

    /**
     * Lets requests do without a pattern that they had to match, or have it written so that more languages read it: to openapi-diff each
     * change of a pattern breaks clients.
     */
    private static void loosen(ContractParts before, ContractParts after) {
        var now = after.places();
        sent(before).forEach((place, schema) -> {
            var kept = now.containsKey(place) ? now.get(place).getPattern() : schema.getPattern();
            if (kept == null || ("[\\s\\S]*" + schema.getPattern() + "[\\s\\S]*").equals(kept)) {
                schema.setPattern(kept);
            }
        });
    }

    /** Lets requests take any text where a list of words was closed: to openapi-diff its end takes the words away. */
    private static void open(ContractParts before, ContractParts after) {
        var now = after.places();
        sent(before).forEach((place, schema) -> {
            if (now.containsKey(place) && now.get(place).getEnum() == null) {
                schema.setEnum(null);
            }
        });
    }

    /** Least lengths, at which openapi-diff does not look. */
    private static List<String> longer(ContractParts before, ContractParts after) {
        var now = after.places();
        return sent(before).entrySet().stream()
                .filter(each -> now.containsKey(each.getKey())
                        && leastLength(now.get(each.getKey())) > leastLength(each.getValue()))
                .map(each -> each.getKey() + " must be longer")
                .toList();
    }

    private static int leastLength(Schema<?> schema) {
        var byPattern = schema.getPattern() == null || Pattern.matches(schema.getPattern(), "") ? 0 : 1;
        return Math.max(byPattern, Objects.requireNonNullElse(schema.getMinLength(), 0));
    }

    /** The schemas that a client sends and that are no part of an answer, by place. */
    private static Map<String, Schema<?>> sent(ContractParts contract) {
        var answered = contract.answered();
        var sent = contract.places();
        sent.keySet()
                .removeIf(place ->
                        answered.stream().anyMatch(name -> place.equals(name) || place.startsWith(name + ".")));
        return sent;
    }

    /** Clients call an operation by its name, and roles stand in an extension: openapi-diff looks at neither. */
    private static List<String> lost(Map<String, Operation> before, Map<String, Operation> after) {
        var renamed = before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .map(name -> name + " is gone");
        var narrowed = before.entrySet().stream()
                .filter(each -> !allowed(after.getOrDefault(each.getKey(), each.getValue()))
                        .containsAll(allowed(each.getValue())))
                .map(each -> each.getKey() + " is no longer for all of " + allowed(each.getValue()));
        return Stream.concat(renamed, narrowed).toList();
    }

    /** All who may: an operation names the least role. */
    private static Set<Role> allowed(Operation operation) {
        var named = operation.getExtensions() == null
                ? List.of()
                : (List<?>) operation.getExtensions().getOrDefault("x-roles", List.of());
        var all = EnumSet.allOf(Role.class);
        if (!named.isEmpty()) {
            all.removeIf(role -> role.including().stream().noneMatch(each -> named.contains(each.name())));
        }
        return all;
    }

    private static Map<String, Operation> operations(OpenAPI contract) {
        var all = new TreeMap<String, Operation>();
        contract.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> all.put(operation.getOperationId(), operation));
        return all;
    }

    private static String major(OpenAPI contract) {
        return Arrays.asList(contract.getInfo().getVersion().split("\\.", -1)).get(0);
    }

    private static OpenAPI read(String contract) {
        return new OpenAPIV3Parser().readContents(contract).getOpenAPI();
    }
}
