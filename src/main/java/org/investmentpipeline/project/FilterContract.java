package org.investmentpipeline.project;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.investmentpipeline.catalogue.Catalogue;

/** Gives every operation that takes a filter of projects a parameter for each dimension, in the contract. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FilterContract implements OASFilter {
    private static final String OF_EVERY_FILTER = "minInvestment";

    @Override
    public Operation filterOperation(Operation operation) {
        var declared = operation.getParameters();
        if (declared != null && declared.stream().anyMatch(parameter -> OF_EVERY_FILTER.equals(parameter.getName()))) {
            var all = new ArrayList<Parameter>();
            for (var dimension : Dimension.values()) {
                all.add(parameter(dimension));
            }
            all.addAll(declared);
            operation.setParameters(all);
        }
        return operation;
    }

    private static Parameter parameter(Dimension dimension) {
        return OASFactory.createParameter()
                .name(dimension.json())
                .in(Parameter.In.QUERY)
                .description(dimension.description())
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.ARRAY))
                        .items(value(dimension)));
    }

    private static Schema value(Dimension dimension) {
        var type = dimension.isTruth() ? Schema.SchemaType.BOOLEAN : Schema.SchemaType.STRING;
        if (!dimension.words().isEmpty() && !dimension.mayBeAbsent()) {
            return OASFactory.createSchema().ref("#/components/schemas/" + dimension.nameOfWords());
        }
        var value = OASFactory.createSchema().type(List.of(type));
        dimension.words().forEach(value::addEnumeration);
        if (!dimension.words().isEmpty()) {
            value.addEnumeration(Catalogue.UNKNOWN);
        }
        return value;
    }
}
