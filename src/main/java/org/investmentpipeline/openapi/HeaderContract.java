package org.investmentpipeline.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.investmentpipeline.idempotency.IdempotencyInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Documents the headers of answers by kind of operation: resources that are changed under an ETag are answered with it, a
 * created resource has a Location, and a wait a Retry-After. A header that is always sent is required, and so checked against
 * every answer of the tests.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = HeaderContract.AFTER_THE_OTHERS)
public class HeaderContract implements OASFilter {
    /** Filters of a higher priority run first. */
    static final int AFTER_THE_OTHERS = -1;

    private static final String IF_MATCH = "If-Match";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var paths = contract.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            Contract.add(operation, "503");
            var tagged = hasIfMatch(operation)
                    || method == HttpMethod.GET && isVersioned(item)
                    || method == HttpMethod.POST && isVersioned(child(path, paths));
            var placed = tagged || child(path, paths) != null;
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (tagged && status.startsWith("2") && answer.getContent() != null) {
                    answer.addHeader("ETag", always("The version of the resource; send it as If-Match.", "\"5\""));
                }
                if (placed && status.equals("201")) {
                    answer.addHeader("Location", always("The address of the new resource.", "/api/v1/projects/127"));
                }
                if (status.startsWith("2") && isRepeatable(operation)) {
                    answer.addHeader("Idempotent-Replayed", replayed());
                }
                addHeaders(status, answer);
            });
        }));
    }

    private static void addHeaders(String status, APIResponse answer) {
        switch (status) {
            case "304" -> answer.addHeader("ETag", always("The current ETag.", "\"q5bN0Zl1mGf3xk9w\""));
            case "401" -> answer.addHeader("WWW-Authenticate", always("The authentication scheme.", "Bearer"));
            case "429", "503" -> answer.addHeader("Retry-After", seconds());
            default -> {}
        }
    }

    private static boolean isVersioned(@Nullable PathItem item) {
        return item != null && item.getOperations().values().stream().anyMatch(HeaderContract::hasIfMatch);
    }

    /** The path of a single item of a list. */
    private static @Nullable PathItem child(String path, Map<String, PathItem> paths) {
        return paths.entrySet().stream()
                .filter(each -> each.getKey().matches("\\Q" + path + "\\E/\\{[^/]+}"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean hasIfMatch(Operation operation) {
        return has(operation, IF_MATCH);
    }

    private static boolean isRepeatable(Operation operation) {
        return has(operation, IdempotencyInterceptor.KEY);
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(parameter::equals);
    }

    private static Header always(String description, String example) {
        return header(description, Schema.SchemaType.STRING, example).required(true);
    }

    private static Header seconds() {
        return header("The seconds after which to try again.", Schema.SchemaType.INTEGER, 10)
                .required(true);
    }

    private static Header replayed() {
        return header(
                "`true` when this is the repeated first answer under the same Idempotency-Key.",
                Schema.SchemaType.BOOLEAN,
                true);
    }

    private static Header header(String description, Schema.SchemaType type, Object example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .schema(OASFactory.createSchema().type(List.of(type)));
    }
}
