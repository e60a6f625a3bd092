package org.investmentpipeline.support;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.SimpleResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that cannot fail checks nothing: each kind of wrong answer is caught here. */
class ContractFilterTest {
    private static final String PATH = "/api/v1/departments/bureau";
    private static final String DEPARTMENT = """
            {"code": "bureau", "name": {"zh": "局", "en": "Bureau"}, "parent": null, "active": true}""";
    private static final String PROJECT = """
            {"id": 1, "code": "2023-0001", "name": "n", "stage": "SIGNED", "stageSince": null, "status": "ACTIVE",
             "statusReason": null, "sector": null, "zone": null, "department": null, "investor": null, "origin": null,
             "agreement": null, "key": false, "investment": null, "size": null, "landArea": null, "jobs": null,
             "nameEn": null, "summary": null, "leader": null, "officer": null, "lists": [], "missing": [], "stages": {}, "version": 0, "moves": []}""";

    private final ContractFilter filter = new ContractFilter("openapi/openapi.yaml");

    @Test
    void aRightAnswerPasses() {
        assertDoesNotThrow(() -> check(200, "application/json", DEPARTMENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    an unknown property        | "active": true   | "active": true, "colour": "red"
                    an unknown property inside | "zh": "局"       | "zh": "局", "fr": "bureau"
                    a missing property         | , "active": true | ''
                    a wrong type               | true             | "yes"
                    null where it is not meant | true             | null
                    """)
    void aWrongBodyFails(String fault, String right, String wrong) {
        assertThrows(
                AssertionError.class, () -> check(200, "application/json", DEPARTMENT.replace(right, wrong)), fault);
    }

    @Test
    void aHeaderThatAlwaysComesMustBeThere() {
        var answer =
                SimpleResponse.Builder.ok().withContentType("application/json").withBody(DEPARTMENT);

        var fault = assertThrows(AssertionError.class, () -> filter.check("GET", PATH, answer.build()));

        assertTrue(fault.toString().contains("ETag"), fault::toString);
    }

    @Test
    void aWrongMediaTypeFails() {
        assertThrows(AssertionError.class, () -> check(200, "text/html", DEPARTMENT));
    }

    @Test
    void aStatusThatIsNotDocumentedFails() {
        assertThrows(AssertionError.class, () -> check(202, "application/json", DEPARTMENT));
    }

    @Test
    void aProblemMustBeOneAndMayCarryMore() {
        var problem = """
                {"type": "/problems/not-found", "title": "t", "status": 404, "detail": "d", "requestId": "r", "known": 3}""";

        assertDoesNotThrow(() -> check(404, "application/problem+json", problem));
        assertThrows(AssertionError.class, () -> check(404, "application/problem+json", "{}"));
        assertThrows(AssertionError.class, () -> check(404, "application/json", problem));
    }

    @Test
    void anAddressThatTheContractDoesNotKnowMustNotAnswer() {
        var answer =
                SimpleResponse.Builder.ok().withContentType("application/json").withBody("{}");

        var fault = assertThrows(AssertionError.class, () -> filter.check("GET", "/api/v1/secrets", answer.build()));

        assertTrue(fault.toString().contains("/api/v1/secrets"), fault::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    null              | null          | true
                    a word            | "FORMAL"      | true
                    an unknown word   | "HANDSHAKE"   | false
                    a number          | 3             | false
                    """)
    void aReferenceThatMayBeNullIsStillChecked(String fault, String agreement, boolean right) {
        var move = """
                {"id": 1, "from": "SIGNED", "to": "COMPLETED", "on": "2023-06-28", "precision": null, "note": null, "agreement": %s}""".formatted(agreement);
        var project = PROJECT.replace("\"moves\": []", "\"moves\": [" + move + "]");
        Executable call = () -> filter.check(
                "GET",
                "/api/v1/projects/1",
                SimpleResponse.Builder.ok()
                        .withContentType("application/json")
                        .withHeader("ETag", "\"0\"")
                        .withBody(project)
                        .build());

        if (right) {
            assertDoesNotThrow(call, fault);
        } else {
            assertThrows(AssertionError.class, call, fault);
        }
    }

    private void check(int status, String mediaType, String body) {
        filter.check(
                "GET",
                PATH,
                SimpleResponse.Builder.status(status)
                        .withContentType(mediaType)
                        .withHeader("ETag", "\"0\"")
                        .withBody(body)
                        .build());
    }
}
