package org.investmentpipeline.figures;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.investmentpipeline.figures.table.Breakdown;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.query.Dimension;

/** Adds the dimensions to the contract: the names that {@code by} takes, and the property that each then gives a row. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FigureContract implements OASFilter {
    private static final Set<String> ROWS = Set.of("FigureRow", "FlowRow", "BridgeRow", "ConversionRow", "LeadTimeRow");
    private static final String DIMENSION = "Dimension";
    private static final String BASIS = "FigureBasis";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var names = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .description("A dimension by which a figure can be broken down.");
        ProjectDimensions.ALL.ofRows().forEach(dimension -> names.addEnumeration(dimension.json()));
        contract.getComponents().addSchema(DIMENSION, names);
        // The basis is a part of each figure, and no schema of its own.
        contract.getComponents().removeSchema(BASIS);
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null
                    && schema.getProperties().containsKey("by")
                    && schema.getProperties().containsKey("knownAt")) {
                schema.getProperties()
                        .get("by")
                        .setItems(OASFactory.createSchema().ref(DIMENSION));
            }
            if (ROWS.contains(name)) {
                ProjectDimensions.ALL
                        .ofRows()
                        .forEach(dimension -> schema.addProperty(dimension.json(), property(dimension)));
            }
        });
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if ("by".equals(parameter.getName())) {
            parameter.setDescription("One to three of " + Breakdown.words() + ", with commas.");
            parameter.setSchema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
        }
        return parameter;
    }

    private static Schema property(Dimension dimension) {
        var type = dimension.isTruth() ? Schema.SchemaType.BOOLEAN : Schema.SchemaType.STRING;
        var value = OASFactory.createSchema().type(List.of(type));
        if (!dimension.words().isEmpty()) {
            value.addAllOf(OASFactory.createSchema().ref(dimension.schemaOfWords()));
        }
        return value.description(
                dimension.mayBeAbsent()
                        ? "Present when `by` names it; `unknown` where projects have none."
                        : "Present when `by` names it.");
    }
}
