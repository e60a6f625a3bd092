package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.investmentpipeline.support.ContractRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client's author may rely on, whatever operation is added: names, summaries, types, examples, problems. */
class ContractRulesTest {
    /** A contract of one list that keeps every rule. */
    private static final String SOUND = """
            openapi: 3.0.3
            info: {title: Sound, version: 1.0.0, contact: {name: Somebody}}
            tags:
            - {name: Things, description: All things.}
            paths:
              /things:
                post:
                  operationId: listThings
                  summary: The things
                  description: All that there are.
                  tags: [Things]
                  parameters:
                  - {name: size, in: query, description: How large., example: 3, schema: {type: integer}}
                  - {name: word, in: query, description: Which., schema: {$ref: '#/components/schemas/Word'}}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}}
                  responses:
                    '200':
                      description: A page
                      content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}
                    '400': &problem
                      description: A problem
                      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
                    '401': *problem
                    '406': *problem
                    '429': &wait
                      description: Too many
                      headers: {Retry-After: {schema: {type: integer}}}
                      content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
                    '503': *wait
                    default: *problem
            components:
              schemas:
                Draft:
                  description: A draft
                  type: object
                  additionalProperties: false
                  properties:
                    name: {type: string, maxLength: 5, pattern: '^[a-z]+$', example: x}
                    count: {type: integer, format: int64, maximum: 100, example: 3}
                    day: {type: string, format: date, example: '2023-06-30'}
                Page:
                  description: A page
                  type: object
                  required: [items, next]
                  properties:
                    items: {type: array, items: {$ref: '#/components/schemas/Word'}}
                    next: {type: string, nullable: true, example: x}
                Problem:
                  description: A problem
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, example: x}
                Word: {description: A word, type: string, enum: [one, two]}
            """;

    @Test
    void theContractKeepsEveryRule() {
        assertEquals(Map.of(), broken(new ContractRules(new OpenAPIV3Parser().read("openapi/openapi.yaml"))));
    }

    @Test
    void theApiPageShowsTheWorkInItsOrderAndThePasswordFile() {
        var contract = new OpenAPIV3Parser().read("openapi/openapi.yaml");

        assertEquals(
                List.of(
                        "Projects",
                        "Figures",
                        "Imports",
                        "Catalogues",
                        "Project lists",
                        "Users",
                        "Audit",
                        "Administration",
                        "Operation"),
                contract.getTags().stream().map(tag -> tag.getName()).toList());
        assertTrue(contract.getInfo().getDescription().contains("`admin-password.txt`"));
    }

    @Test
    void aSoundContractKeepsEveryRule() {
        assertEquals(Map.of(), broken(rules(SOUND)));
    }

    /** A rule, and how little it takes to break it. */
    private record Breach(String rule, String sound, String wrong) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static final String ALIKE = "a pattern is read alike by JavaScript, Python and Java";

    private static final List<Breach> BREACHES = List.of(
            new Breach("an operation has a name of its own", "operationId: listThings", "operationId: list_things"),
            new Breach("an operation has one tag and a summary", "summary: The things", "description: x"),
            new Breach("an operation is described", "description: All that there are.", "deprecated: false"),
            new Breach("the contract names a contact", ", contact: {name: Somebody}", ""),
            new Breach("a tag is described", ", description: All things.", ""),
            new Breach("problems are documented", "'406': *problem", "'407': *problem"),
            new Breach("problems are documented", "application/problem+json", "application/json"),
            new Breach("who is to wait is told how long", "Retry-After", "Retry-Before"),
            new Breach("an answer says what it is", "description: A page", "description: OK"),
            new Breach("an answer's schema is named", "{$ref: '#/components/schemas/Page'}", "{type: object}"),
            new Breach("an answer says what is always there", "required: [title]", "minProperties: 1"),
            new Breach("a request holds nothing unknown", "additionalProperties: false", "minProperties: 1"),
            new Breach("a schema is described", "description: A draft", "title: A draft"),
            new Breach("a parameter is described", ", description: How large.", ""),
            new Breach("a value has a type", "type: string, nullable: true", "nullable: true"),
            new Breach("a value has an example", ", example: 3", ""),
            new Breach("an example and a default match the schema", "maxLength: 5, ", "maxLength: 0, "),
            new Breach("an example and a default match the schema", "[a-z]+", "[0-9]+"),
            new Breach("an example and a default match the schema", "example: 3", "example: three"),
            new Breach(
                    "a list of words has a name",
                    "description: Which., schema: {$ref: '#/components/schemas/Word'}",
                    "description: Which., schema: {type: string, enum: [one], example: one}"),
            new Breach(ALIKE, "^[a-z]+$", "^\\p{L}+$"),
            new Breach(ALIKE, "^[a-z]+$", "^(?i)x$"),
            new Breach(ALIKE, "^[a-z]+$", "^x++$"),
            new Breach(ALIKE, "^[a-z]+$", "^\\w+$"),
            new Breach(ALIKE, "^[a-z]+$", "^[a-z&&[^b]]$"),
            new Breach(ALIKE, "^[a-z]+$", "x"),
            new Breach(ALIKE, "^[a-z]+$", "^(x$"),
            new Breach("a format is one that generators know", "format: int64", "format: counter"),
            new Breach("a bound is exact in every language", "maximum: 100", "multipleOf: 0.01"),
            new Breach("a bound is exact in every language", "maximum: 100", "maximum: 9223372036854775807"),
            new Breach("a schema has one shape", "type: integer, format: int64", "oneOf: [{type: integer}]"),
            new Breach("an object has a name", "type: integer, format: int64", "properties: {a: {type: string}}"),
            new Breach("a member hides no package of Java", "count: {type", "java: {type"),
            new Breach("a schema is used", "Word: {description", "Sword: {description: x}\n    Word: {description"),
            new Breach("a page is items and the cursor of the next", "required: [items, next]", "required: [items]"));

    static List<Breach> aRuleCanBeBroken() {
        return BREACHES;
    }

    @ParameterizedTest
    @MethodSource
    void aRuleCanBeBroken(Breach breach) {
        assertTrue(SOUND.contains(breach.sound), breach.sound);

        var broken = broken(rules(SOUND.replace(breach.sound, breach.wrong)));

        assertTrue(broken.containsKey(breach.rule), broken::toString);
    }

    @Test
    void everyRuleIsShownToBeBreakable() {
        var shown = BREACHES.stream().map(Breach::rule).collect(Collectors.toSet());

        assertEquals(rules(SOUND).broken().keySet(), shown);
    }

    private static ContractRules rules(String contract) {
        return new ContractRules(new OpenAPIV3Parser().readContents(contract).getOpenAPI());
    }

    private static Map<String, List<String>> broken(ContractRules rules) {
        var broken = new TreeMap<>(rules.broken());
        broken.values().removeIf(List::isEmpty);
        return broken;
    }
}
