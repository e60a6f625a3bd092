package org.investmentpipeline.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever dimension there is stands in the contract wherever it can be used: as a parameter of all that filters, as a
 * property of all rows, as a word of {@code by}. That is the proof that one more dimension is one more line.
 */
class DimensionContractTest {
    private static final OpenAPI CONTRACT = new OpenAPIV3Parser().read("openapi/openapi.yaml");
    private static final Set<String> FIGURES =
            Set.of("getTotals", "getFlows", "getBridge", "getConversion", "getLeadTimes");

    @SuppressWarnings("unused") // named by @FieldSource
    private static final List<Dimension> REPEATABLE =
            ProjectDimensions.ALL.all().stream().filter(Dimension::isRepeatable).toList();

    @ParameterizedTest
    @FieldSource("REPEATABLE")
    void everyDimensionIsAParameterOfAllThatFilters(Dimension dimension) {
        var filtering = operations().stream()
                .filter(operation -> parameters(operation).containsKey("minInvestment"))
                .toList();

        var ids = filtering.stream().map(Operation::getOperationId).collect(Collectors.toSet());
        assertTrue(ids.containsAll(FIGURES) && ids.size() > FIGURES.size(), ids::toString);
        for (var operation : filtering) {
            var parameter = parameters(operation).get(dimension.json());
            assertTrue(parameter != null, operation.getOperationId() + " lacks " + dimension.json());
            assertEquals("query", parameter.getIn());
            assertEquals(dimension.description(), parameter.getDescription());
            assertTrue(saysItsWords(parameter.getSchema().getItems(), dimension), parameter::toString);
        }
    }

    /** Closed lists of words are told one by one, with {@code unknown} where there may be none. */
    private static boolean saysItsWords(Schema<?> value, Dimension dimension) {
        if (dimension.words().isEmpty()) {
            return value.getEnum() == null && value.get$ref() == null;
        }
        var schema = value.get$ref() == null ? value : schema(value.get$ref());
        var words = schema.getEnum().stream().map(Object::toString).collect(Collectors.toSet());
        return words.containsAll(dimension.words()) && words.contains("unknown") == dimension.mayBeAbsent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Totals", "Flows", "FlowInterval", "Bridge", "Conversion", "LeadTimes"})
    void everyRowHasAPropertyOfEachDimensionOfRows(String figure) {
        var rows = property(schema(figure), "rows");
        var row = schema(rows.getItems().get$ref());

        for (var dimension : ProjectDimensions.ALL.ofRows()) {
            var property = property(row, dimension.json());
            assertEquals(dimension.isTruth() ? "boolean" : "string", property.getType());
            assertEquals(dimension.mayBeAbsent(), property.getDescription().contains("unknown"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"getTotals", "getFlows", "getBridge", "getConversion", "getLeadTimes"})
    void byNamesTheDimensionsOfRowsAndNoOthers(String figure) {
        var by = operations().stream()
                .filter(operation -> operation.getOperationId().equals(figure))
                .map(operation ->
                        Objects.requireNonNull(parameters(operation).get("by")).getDescription())
                .findFirst()
                .orElseThrow();

        var words = Arrays.asList(
                by.replaceAll("^One to three of (.*), with commas\\.$", "$1").split(", "));
        assertEquals(
                ProjectDimensions.ALL.ofRows().stream().map(Dimension::json).toList(), words);
    }

    private static List<Operation> operations() {
        return CONTRACT.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
    }

    private static Map<String, Parameter> parameters(Operation operation) {
        return operation.getParameters() == null
                ? Map.of()
                : operation.getParameters().stream()
                        .collect(Collectors.toMap(Parameter::getName, parameter -> parameter, (one, other) -> one));
    }

    /** The schema that a reference ends in. */
    private static Schema<?> schema(String reference) {
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        return Objects.requireNonNull(CONTRACT.getComponents().getSchemas().get(name), name);
    }

    private static Schema<?> property(Schema<?> schema, String name) {
        return Objects.requireNonNull((Schema<?>) schema.getProperties().get(name), name);
    }
}
