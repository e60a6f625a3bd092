package org.investmentpipeline.security;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.investmentpipeline.openapi.Contract;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Documents authentication and the role that each operation needs: any one of {@code x-roles} is sufficient.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessContract implements OASFilter {
    private static final String TOKEN = "token";
    private static final String SIGN_ON = "signOn";
    private static final String PASSWORD = "password";

    private final Map<String, List<String>> roles = new HashMap<>();

    public AccessContract(IndexView index) {
        for (var documented : index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class)) {
            var allowed = documented.target().asMethod().annotation(RolesAllowed.class);
            if (allowed != null) {
                roles.put(
                        documented.value("operationId").asString(),
                        Arrays.asList(allowed.value().asStringArray()));
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents()
                .addSecurityScheme(
                        TOKEN, scheme("bearer", "A token issued by POST /api/v1/tokens, as `Authorization: Bearer …`."))
                .addSecurityScheme(
                        SIGN_ON,
                        scheme("bearer", "A signed token of the bureau's single sign-on, where one is configured.")
                                .bearerFormat("JWT"))
                .addSecurityScheme(PASSWORD, scheme("basic", "Name and password of a user, only to get a token."));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(this::secure);
    }

    private void secure(Operation operation) {
        @Nullable List<String> allowed = roles.get(operation.getOperationId());
        (allowed == null ? List.of(PASSWORD) : List.of(TOKEN, SIGN_ON))
                .forEach(way -> operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(way)));
        Contract.add(operation, "401");
        Contract.add(operation, "429");
        Contract.add(operation, "403");
        if (allowed == null) {
            operation
                    .getResponses()
                    .getAPIResponse("403")
                    .setDescription("An administrator set the password: send the request again with newPassword");
        } else {
            operation.addExtension("x-roles", allowed);
        }
    }

    private static SecurityScheme scheme(String name, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(name)
                .description(description);
    }
}
