package org.investmentpipeline.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.investmentpipeline.http.response.ProblemBody;
import org.investmentpipeline.idempotency.IdempotencyInterceptor;
import org.investmentpipeline.problem.ProblemType;

/**
 * Documents the common parts of all operations: the problems they may answer, and the ETags of answers.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "Unreadable, unknown or wrongly typed input"),
            Map.entry("401", "Not signed in: the token is missing or invalid"),
            Map.entry("403", "The token lacks the role, or access to the zone"),
            Map.entry("404", "Not found"),
            Map.entry("406", "Only application/json is available here"),
            Map.entry("409", "In conflict with the current state"),
            Map.entry("412", "Changed since it was read (If-Match)"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The Content-Type is missing or not supported here"),
            Map.entry("422", "Well-formed, but not allowed by a rule"),
            Map.entry("428", "If-Match is required"),
            Map.entry("429", "Too many requests; Retry-After says when to try again"),
            Map.entry(
                    "503",
                    "Busy, stopping, database unavailable, or the wait for other changes took too long; Retry-After says when to try again"),
            Map.entry("default", "Any other problem"));

    /** The pattern that the OpenAPI scanner generates for {@code @NotBlank}. */
    private static final String NOT_BLANK = "\\S";

    private static final List<String> WORK = List.of(
            "Projects",
            "Figures",
            "Imports",
            "Catalogues",
            "Project lists",
            "Users",
            "Audit",
            "Administration",
            "Operation");

    /** Marks an operation with an optional If-Match: a command to a project, rather than a change of a resource that was read. */
    public static final String OPTIONAL_IF_MATCH = "x-optional-if-match";

    /** Marks a POST that takes no Idempotency-Key. */
    public static final String NOT_REPEATABLE = "x-not-repeatable";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().entrySet().stream())
                .forEach(each -> complete(each.getKey(), each.getValue()));
        contract.getComponents().getSchemas().values().forEach(Contract::portable);
        contract.setTags(inOrderOfWork(contract.getTags()));
        contract.getComponents().addSchema("Violation", violation());
        contract.getComponents().addSchema("Problem", problem());
    }

    /** The API page shows operations in this order; a tag that is not in it comes last. */
    private static List<Tag> inOrderOfWork(List<Tag> tags) {
        return tags.stream()
                .sorted(Comparator.comparing(
                        tag -> WORK.contains(tag.getName()) ? WORK.indexOf(tag.getName()) : WORK.size()))
                .toList();
    }

    /**
     * Writes bounds so that clients of all languages read them in the same way. Decimal places are not written as steps: in the binary numbers of
     * many clients a valid amount is no multiple of 0.01. Patterns are anchored, since Python matches
     * them at the start of a text only, and JavaScript anywhere.
     */
    private static void portable(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> {
                property.setMultipleOf(null);
                if (NOT_BLANK.equals(property.getPattern())) {
                    property.setPattern("[\\s\\S]*\\S[\\s\\S]*");
                }
            });
        }
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        var hasPath = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
        var hasIfMatch = parameters.stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        var isDecided = parameters.stream().anyMatch(parameter -> "asOf".equals(parameter.getName()));
        var hasBody = operation.getRequestBody() != null;
        if (method == PathItem.HttpMethod.POST && !isMarked(operation, NOT_REPEATABLE)) {
            repeatable(operation);
        }
        var changes = method != PathItem.HttpMethod.GET;
        Stream.of("400", "406", "default").forEach(status -> add(operation, status));
        if (isDecided) {
            tagged(operation);
        }
        if (hasPath) {
            add(operation, "404");
        }
        if (hasBody) {
            Stream.of("413", "415").forEach(status -> add(operation, status));
        }
        if (changes) {
            Stream.of("409", "422").forEach(status -> add(operation, status));
        }
        var isMandatory = !isMarked(operation, OPTIONAL_IF_MATCH) && method != PathItem.HttpMethod.POST;
        if (hasIfMatch) {
            Stream.of("412", "428").forEach(status -> add(operation, status));
            parameters.stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(parameter -> parameter
                            .description("The ETag that was read, or `*` for any version. A weak ETag (`W/`) never"
                                    + " matches (412), and a value of another form is refused (400).")
                            .required(isMandatory));
        }
    }

    /** Whether the code marks an operation; the mark itself is not for clients. */
    private static boolean isMarked(Operation operation, String mark) {
        var isMarked = operation.hasExtension(mark);
        operation.removeExtension(mark);
        return isMarked;
    }

    /** Documents that a request may be repeated under a key. */
    private static void repeatable(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyInterceptor.KEY)
                .in(Parameter.In.HEADER)
                .description("A key of your own, such as a UUID: the same request within 24 hours is not run again and"
                        + " gets the first answer, with `Idempotent-Replayed: true`.")
                .schema(text("1 to 255 visible ASCII characters.")));
    }

    /** Documents the ETag of answers on the two clocks, and the 304 for clients that have it already. */
    private static void tagged(Operation operation) {
        var tag = OASFactory.createHeader()
                .description("Changes when the answer does; send it as If-None-Match.")
                .required(true)
                .example("\"q5bN0Zl1mGf3xk9w\"")
                .schema(text("An entity tag."));
        operation.getResponses().getAPIResponse("200").addHeader("ETag", tag);
        conditional(operation);
    }

    /** Documents If-None-Match and the 304 answer. */
    private static void conditional(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name("If-None-Match")
                .in(Parameter.In.HEADER)
                .description("ETags of earlier answers, weak ones (`W/`) too, or `*`: when one of them is still"
                        + " current, the answer is 304. A value of another form is ignored.")
                .schema(text("Entity tags.")));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("Unchanged since the answer with an ETag in If-None-Match"));
    }

    /** Documents a problem; operations with a body have a generated 400 already, without the schema of the answer. */
    public static void add(Operation operation, String status) {
        var known = operation.getResponses().getAPIResponse(status);
        if (known == null || known.getContent() == null) {
            operation.getResponses().addAPIResponse(status, answer(PROBLEMS.getOrDefault(status, status)));
        }
    }

    private static APIResponse answer(String description) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(ProblemBody.MEDIA_TYPE, media));
    }

    private static Schema violation() {
        return object("One fault of the input.")
                .required(List.of("field", "message"))
                .addProperty("field", text("The field or parameter at fault.").addExample("projects[3].sector"))
                .addProperty("message", text("The given value and the expected one."));
    }

    private static Schema problem() {
        return object("An error (RFC 9457). title, detail and messages follow Accept-Language (zh, default en).")
                .required(List.of("type", "title", "status", "detail", "requestId"))
                .addProperty(
                        "type",
                        text("The stable path of the problem type; later releases may know more.")
                                .addExample("/problems/stage-order")
                                .extensions(Map.of(ContractWords.EXTENSIBLE, types())))
                .addProperty("title", text("The problem type in words."))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", text("The cause in this case."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .description("The faults of the input; absent when the input is not at fault.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")))
                .addProperty(
                        "requestId",
                        text("The id of the request, as in the log and in the header X-Request-Id: the one that it"
                                        + " sent, of at most 64 letters, digits, `.`, `_` and `-`, or a new one.")
                                .addExample("0b3f0a7e-6c0e-4c1e-9a3b-2f1d5c8e7a90"))
                .addProperty(
                        "traceId",
                        text("The id of the trace in the request's traceparent; absent without one.")
                                .addExample("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private static List<String> types() {
        return Arrays.stream(ProblemType.values()).map(ProblemType::path).toList();
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }
}
