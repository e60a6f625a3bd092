package org.investmentpipeline.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.draft;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.register;

import io.quarkus.test.junit.QuarkusTest;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that are refused. */
@QuarkusTest
@Tag("portable")
class RegistrationRefusalIT {
    @Test
    void aCodeIsTakenOnlyOnce() {
        var code = code("高新〔2023〕7号 甲");
        register("code", code);

        Projects.post(Projects.draft("code", code))
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate"))
                .body("detail", containsString(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "\u3000A", "A\u00A0"})
    void aCodeHasNoBlanksAtItsEnds(String code) {
        Projects.post(Projects.draft("code", code)).statusCode(422).body("violations.field", contains("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\u0085b"})
    void aCodeHasNoControlCharacters(String code) {
        Projects.post(Projects.draft("code", code))
                .statusCode(400)
                .body("violations.field", contains("code"))
                .body("violations[0].message", containsString("must not contain U+00"));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED, GROUNDBREAKING, 2023-01-01, stages.GROUNDBREAKING",
        "SIGNED, SIGNED, 2999-01-01, stages.SIGNED",
        "SIGNED, UNDER_NEGOTIATION, 2999-01-01, stages.UNDER_NEGOTIATION",
        "COMPLETED, GROUNDBREAKING, 2022-12-31, stages.GROUNDBREAKING",
        "COMPLETED, COMPLETED, 2022-12-31, stages.COMPLETED"
    })
    void daysOfStagesLieInThePastAndRise(String stage, String dated, String on, String field) {
        var stages = object("UNDER_NEGOTIATION", "2022-01-01", "SIGNED", "2023-01-01");
        stages.put(dated, on);

        Projects.post(Projects.draft("stage", stage, "stages", stages))
                .statusCode(422)
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector", "zone", "department"})
    void anUnknownCodeIsRefused(String field) {
        Projects.post(Projects.draft(field, code("nowhere")))
                .statusCode(422)
                .body("type", equalTo("/problems/refused"))
                .body("violations.field", contains(field));
    }

    @Test
    void severalUnknownCodesAreAllNamed() {
        Projects.post(Projects.draft("sector", "no-1", "zone", "no-2", "department", "no-3"))
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("sector", "zone", "department"));
    }

    @Test
    void anInactiveCodeTakesNoNewProjects() {
        var sector = sector();
        var inactive = draft(sector);
        inactive.put("active", false);
        inactive.remove("code");
        json(inactive)
                .header("If-Match", "*")
                .put("/api/v1/sectors/" + sector)
                .then()
                .statusCode(200);

        Projects.post(Projects.draft("sector", sector))
                .statusCode(422)
                .body("violations.field", contains("sector"))
                .body("violations[0].message", containsString("no longer active"));
    }

    @ParameterizedTest
    @CsvSource({"UNDER_NEGOTIATION, FORMAL, agreement"})
    void thereIsNoAgreementBeforeSigning(String stage, String agreement, String field) {
        Projects.post(Projects.draft("stage", stage, "agreement", agreement))
                .statusCode(422)
                .body("violations.field", contains(field));
    }
}
