package org.investmentpipeline.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Holds each answer of {@code /api} against the contract. Requests may be as wrong as a test likes; only answers are judged,
 * and strictly: a property, status, media type or address that the contract does not know fails the test.
 */
public final class ContractFilter implements Filter {
    /** Problems may carry further members (RFC 9457, 3.2). */
    private static final String OPEN_SCHEMA = "Problem";

    private final OpenApiInteractionValidator contract;

    public ContractFilter(String location) {
        this.contract = OpenApiInteractionValidator.createFor(strict(new OpenAPIV3Parser().read(location)))
                // The validator's own way to forbid unknown properties breaks composed schemas; strict() does it.
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    /** That of the committed contract, which is read for its first use. */
    public static ContractFilter shared() {
        return Committed.FILTER;
    }

    private static final class Committed {
        static final ContractFilter FILTER = new ContractFilter("openapi/openapi.yaml");
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var answer = context.next(request, expected);
        check(request.getMethod(), URI.create(request.getURI()).getPath(), RestAssuredResponse.of(answer));
        return answer;
    }

    /** Fails when the contract does not allow this answer. */
    public void check(String method, String path, com.atlassian.oai.validator.model.Response answer) {
        if (!path.startsWith("/api/")) {
            return;
        }
        var report = contract.validateResponse(path, Request.Method.valueOf(method), answer);
        var faults = report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !isRightlyRefused(message.getKey(), answer.getStatus()))
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getAdditionalInfo())
                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "%s %s answered %d against the contract:\n%s".formatted(method, path, answer.getStatus(), faults));
        }
    }

    private static boolean isRightlyRefused(String fault, int status) {
        return (fault.equals("validation.request.path.missing") && status == 404)
                || (fault.equals("validation.request.operation.notAllowed") && status == 405);
    }

    private static OpenAPI strict(OpenAPI contract) {
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            if (!name.equals(OPEN_SCHEMA)) {
                close(schema);
            }
        });
        contract.getComponents().getSchemas().values().forEach(schema -> allowNull(contract, schema));
        return contract;
    }

    private static void close(Schema<?> schema) {
        var composed = schema.getAllOf() != null || schema.getOneOf() != null || schema.getAnyOf() != null;
        if (schema.getProperties() == null || composed) {
            return;
        }
        if (schema.getAdditionalProperties() == null) {
            schema.setAdditionalProperties(false);
        }
        schema.getProperties().values().forEach(ContractFilter::close);
    }

    /**
     * A reference that may be null is written as {@code nullable} beside {@code allOf}. Clients are generated from that as it
     * is meant, but to the validator the reference alone decides, so it is given a nullable copy of what is referred to.
     */
    private static void allowNull(OpenAPI contract, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().replaceAll((name, property) -> nullable(contract, property));
    }

    private static Schema<?> nullable(OpenAPI contract, Schema<?> property) {
        if (property.getAllOf() == null || !Boolean.TRUE.equals(property.getNullable())) {
            return property;
        }
        var reference = property.getAllOf().get(0).get$ref();
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        Schema<?> meant =
                Objects.requireNonNull(contract.getComponents().getSchemas().get(name), reference);
        var copy = new Schema<Object>()
                .type(meant.getType())
                .format(meant.getFormat())
                .pattern(meant.getPattern())
                .properties(meant.getProperties())
                .nullable(true);
        copy.setRequired(meant.getRequired());
        copy.setAdditionalProperties(meant.getAdditionalProperties());
        if (meant.getEnum() != null) {
            var words = new ArrayList<Object>(meant.getEnum());
            words.add(null);
            copy.setEnum(words);
        }
        return copy;
    }
}
