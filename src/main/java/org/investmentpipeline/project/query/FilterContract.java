package org.investmentpipeline.project.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.investmentpipeline.catalogue.Catalogue;

/** Tells the contract of the dimensions by which projects are filtered, and how a listed project differs from one asked for. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FilterContract implements OASFilter {
    private static final String OF_EVERY_FILTER = "minInvestment";
    private static final String LISTED = "ListedProject";
    private static final String MOVES = "moves";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        addWords(contract);
        var schemas = new LinkedHashMap<>(contract.getComponents().getSchemas());
        partListed(schemas);
        contract.getComponents().setSchemas(schemas);
    }

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
        return dimension.words().isEmpty()
                ? OASFactory.createSchema()
                        .type(List.of(dimension.isTruth() ? Schema.SchemaType.BOOLEAN : Schema.SchemaType.STRING))
                : OASFactory.createSchema().ref(dimension.nameOfWords());
    }

    /** Names the closed lists that have {@code unknown} besides. */
    private static void addWords(OpenAPI contract) {
        for (var dimension : Dimension.values()) {
            if (!dimension.words().isEmpty() && dimension.mayBeAbsent()) {
                var schema = OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .description(dimension.description());
                dimension.words().forEach(schema::addEnumeration);
                contract.getComponents().addSchema(dimension.nameOfWords(), schema.addEnumeration(Catalogue.UNKNOWN));
            }
        }
    }

    /** A project of a list comes without its moves, one that is asked for always with them. */
    private static void partListed(Map<String, Schema> schemas) {
        var one = Objects.requireNonNull(schemas.get("Project"));
        var members = new LinkedHashMap<>(one.getProperties());
        members.remove(MOVES);
        schemas.put(
                LISTED,
                OASFactory.createSchema()
                        .type(one.getType())
                        .description("A project as lists have it, without its moves.")
                        .required(List.copyOf(one.getRequired()))
                        .properties(members));
        one.addRequired(MOVES);
        var page = Objects.requireNonNull(schemas.get("ProjectPage")).getProperties();
        Objects.requireNonNull(page.get("items"))
                .setItems(OASFactory.createSchema().ref(LISTED));
    }
}
