package org.investmentpipeline.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.investmentpipeline.input.Unknown;

/** Adds the dimensions of a register to the contract: their parameters, and the schemas of their words. */
public final class FilterContract {
    private final Dimensions dimensions;
    private final String mark;

    /** @param mark the name of a parameter that every operation with the filter of the register declares, and no other operation */
    public FilterContract(Dimensions dimensions, String mark) {
        this.dimensions = dimensions;
        this.mark = mark;
    }

    /** Adds the parameters that an operation with the filter does not declare itself. */
    public Operation describe(Operation operation) {
        var declared = new LinkedHashMap<String, Parameter>();
        for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            declared.put(parameter.getName(), parameter);
        }
        if (declared.containsKey(mark)) {
            var all = new ArrayList<Parameter>();
            dimensions.all().stream()
                    .filter(dimension -> !declared.containsKey(dimension.json()))
                    .forEach(dimension -> all.add(parameter(dimension)));
            all.addAll(operation.getParameters());
            operation.setParameters(all);
        }
        return operation;
    }

    private static Parameter parameter(Dimension dimension) {
        var schema = dimension.isRepeatable()
                ? OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.ARRAY))
                        .items(value(dimension))
                : value(dimension);
        return OASFactory.createParameter()
                .name(dimension.json())
                .in(Parameter.In.QUERY)
                .description(dimension.description())
                .schema(schema);
    }

    private static Schema value(Dimension dimension) {
        return dimension.words().isEmpty()
                ? OASFactory.createSchema()
                        .type(List.of(dimension.isTruth() ? Schema.SchemaType.BOOLEAN : Schema.SchemaType.STRING))
                : OASFactory.createSchema().ref(dimension.schemaOfWords());
    }

    /** Adds a schema for each closed list of words that has {@code unknown} in addition. */
    public void addWords(OpenAPI contract) {
        for (var dimension : dimensions.all()) {
            if (!dimension.words().isEmpty() && dimension.mayBeAbsent()) {
                var schema = OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .description(dimension.description());
                dimension.words().forEach(schema::addEnumeration);
                contract.getComponents().addSchema(dimension.schemaOfWords(), schema.addEnumeration(Unknown.WORD));
            }
        }
    }
}
