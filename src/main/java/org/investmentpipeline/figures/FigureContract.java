package org.investmentpipeline.figures;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.investmentpipeline.project.Dimension;

/** Gives the rows of figures in the contract a property for each dimension, present when {@code by} names it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FigureContract implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var row = contract.getComponents().getSchemas().get("FigureRow");
        if (row != null) {
            Breakdown.offered().forEach(dimension -> row.addProperty(dimension.json(), property(dimension)));
        }
    }

    private static Schema property(Dimension dimension) {
        var type = dimension == Dimension.KEY ? Schema.SchemaType.BOOLEAN : Schema.SchemaType.STRING;
        return OASFactory.createSchema()
                .type(List.of(type))
                .description(
                        dimension.mayBeAbsent()
                                ? "Present when `by` names it; `unknown` where projects have none."
                                : "Present when `by` names it.");
    }
}
