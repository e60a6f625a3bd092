package org.investmentpipeline.support;

import static org.investmentpipeline.support.ContractParts.isEmpty;
import static org.investmentpipeline.support.ContractParts.properties;
import static org.investmentpipeline.support.ContractParts.schemas;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client's author asks of a contract; each rule tells where it is broken. */
public final class ContractRules {
    private static final List<String> ALWAYS = List.of("400", "401", "406", "429", "503", "default");

    private final ContractParts parts;

    public ContractRules(OpenAPI contract) {
        this.parts = new ContractParts(contract);
    }

    /** Each rule with the places where it is broken. */
    public Map<String, List<String>> broken() {
        var rules = new TreeMap<String, Stream<String>>(new SchemaRules(parts).broken());
        rules.put("an operation has a name of its own", names());
        rules.put("an operation has one tag and a summary", operations(ContractRules::isNameless));
        rules.put("an operation is described", operations(each -> isEmpty(each.getDescription())));
        rules.put("the contract names a contact", anonymous());
        rules.put("a tag is described", tags());
        rules.put("problems are documented", problems());
        rules.put("who is to wait is told how long", answers("429|503", ContractRules::leavesWaiting));
        rules.put("an answer says what it is", answers(".*", ContractRules::saysNothing));
        rules.put("an answer's schema is named", answers(".*", ContractRules::hasNamelessSchema));
        rules.put("an answer says what is always there", sayingTooLittle());
        rules.put("a request holds nothing unknown", open());
        return rules.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rule -> rule.getValue().sorted().toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private Stream<String> operations(Predicate<Operation> fault) {
        return parts.operations().entrySet().stream()
                .filter(each -> fault.test(each.getValue()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> answers(String statuses, Predicate<ApiResponse> fault) {
        return parts.answers()
                .filter(answer -> answer.getKey().matches(".* (" + statuses + ")"))
                .filter(answer -> fault.test(answer.getValue()))
                .map(Map.Entry::getKey);
    }

    private Stream<String> names() {
        var seen = new HashSet<String>();
        return operations(each -> each.getOperationId() == null
                || !each.getOperationId().matches("[a-z][a-zA-Z0-9]+")
                || !seen.add(each.getOperationId()));
    }

    private static boolean isNameless(Operation operation) {
        return isEmpty(operation.getSummary())
                || operation.getTags() == null
                || operation.getTags().size() != 1;
    }

    private Stream<String> anonymous() {
        var contact = parts.contract().getInfo().getContact();
        return contact == null || isEmpty(contact.getName()) ? Stream.of("info") : Stream.of();
    }

    private Stream<String> tags() {
        var described = Objects.requireNonNullElse(parts.contract().getTags(), List.<Tag>of()).stream()
                .filter(tag -> !isEmpty(tag.getDescription()))
                .map(Tag::getName)
                .collect(Collectors.toSet());
        return operations(each -> each.getTags() == null || !described.containsAll(each.getTags()));
    }

    private Stream<String> problems() {
        var lacking = parts.operations().entrySet().stream()
                .flatMap(each -> ALWAYS.stream()
                        .filter(status -> !each.getValue().getResponses().containsKey(status))
                        .map(status -> each.getKey() + " lacks " + status));
        return Stream.concat(lacking, answers("[45]..|default", ContractRules::isNoProblem));
    }

    private static boolean isNoProblem(ApiResponse answer) {
        return answer.getContent() == null || !answer.getContent().containsKey("application/problem+json");
    }

    private static boolean leavesWaiting(ApiResponse answer) {
        return answer.getHeaders() == null || !answer.getHeaders().containsKey("Retry-After");
    }

    private static boolean saysNothing(ApiResponse answer) {
        return isEmpty(answer.getDescription()) || answer.getDescription().equals("OK");
    }

    private static boolean hasNamelessSchema(ApiResponse answer) {
        return schemas(answer.getContent())
                .anyMatch(schema -> schema.get$ref() == null && !"string".equals(schema.getType()));
    }

    private Stream<String> sayingTooLittle() {
        return parts.answered().stream()
                .filter(name -> !properties(parts.component(name)).isEmpty()
                        && parts.component(name).getRequired() == null);
    }

    private Stream<String> open() {
        return parts.sent().stream()
                .filter(name -> !properties(parts.component(name)).isEmpty()
                        && !Boolean.FALSE.equals(parts.component(name).getAdditionalProperties()));
    }
}
