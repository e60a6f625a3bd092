package org.investmentpipeline.project.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.investmentpipeline.query.FilterContract;

/** Adds the dimensions of projects to the contract, and the schema of a listed project, which differs from one asked for by id. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProjectFilterContract implements OASFilter {
    private static final String LISTED = "ListedProject";
    private static final String MOVES = "moves";

    private final FilterContract dimensions =
            new FilterContract(ProjectDimensions.ALL, ProjectDimensions.MIN_INVESTMENT.json());

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        dimensions.addWords(contract);
        var schemas = new LinkedHashMap<>(contract.getComponents().getSchemas());
        addListed(schemas);
        contract.getComponents().setSchemas(schemas);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        return dimensions.describe(operation);
    }

    /** A project in a list has no moves; one asked for by id always has them. */
    private static void addListed(Map<String, Schema> schemas) {
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
