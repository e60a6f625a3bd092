package org.investmentpipeline.input;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Refusals.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.investmentpipeline.support.Projects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong projects, moves and turns are refused by name. */
@QuarkusTest
@Tag("portable")
class ProjectStrictnessIT {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"colour\":\"red\"|400|colour",
                "\"Stage\":\"SIGNED\"|400|Stage",
                "\"id\":5|400|id",
                "\"name\":5|400|name",
                "\"name\":\"a\\u0000b\"|400|name",
                "\"summary\":\"\\ud83d\"|400|summary",
                "\"origin\":\"abroad\"|400|origin",
                "\"origin\":1|400|origin",
                "\"origin\":\"\"|400|origin",
                "\"stage\":\"signed\"|400|stage",
                "\"stage\":0|400|stage",
                "\"agreement\":true|400|agreement",
                "\"stages\":{\"BEGUN\":\"2023-01-01\"}|400|stages",
                "\"stages\":{\"SIGNED\":\"2023-6-1\"}|400|stages.SIGNED",
                "\"stages\":{\"SIGNED\":20230601}|400|stages.SIGNED",
                "\"stages\":[]|400|stages",
                "\"key\":\"true\"|400|key",
                "\"key\":1|400|key",
                "\"jobs\":1.5|400|jobs",
                "\"jobs\":\"3\"|400|jobs",
                "\"jobs\":3000000000|400|jobs",
                "\"landArea\":\"1\"|400|landArea",
                "\"investor\":\"x\"|400|investor",
                "\"investor\":{\"id\":\"1\"}|400|investor.id",
                "\"investor\":{\"name\":\"x\",\"country\":\"y\"}|400|investor.country",
                "\"investment\":5|400|investment",
                "\"investment\":\"5\"|400|investment",
                "\"investment\":{\"amount\":\"5\"}|400|investment.amount",
                "\"investment\":{\"amount\":1,\"cny\":1}|400|investment.cny",
                "\"investment\":{\"amount\":true}|400|investment.amount",
                "\"investment\":{}|422|investment.amount",
                "\"investment\":{\"amount\":-0.01}|422|investment.amount",
                "\"investment\":{\"amount\":0.001}|422|investment.amount",
                "\"investment\":{\"amount\":10000000000000}|422|investment.amount",
                "\"investment\":{\"amount\":1e13}|422|investment.amount",
                "\"investment\":{\"amount\":1e999999}|422|investment.amount",
                "\"investment\":{\"amount\":1,\"currency\":\"ZZZ\"}|422|investment.currency",
                "\"investment\":{\"amount\":1,\"currency\":\"cny\"}|422|investment.currency",
                "\"investment\":{\"amount\":1,\"currency\":\"\"}|422|investment.currency",
                "\"investment\":{\"amount\":1,\"currency\":\"CNY\",\"rate\":1.1}|422|investment.rate",
                "\"investment\":{\"amount\":1,\"currency\":\"USD\",\"rate\":0}|422|investment.rate",
                "\"investment\":{\"amount\":1,\"currency\":\"USD\",\"rate\":-7}|422|investment.rate",
                "\"investment\":{\"amount\":1,\"currency\":\"USD\",\"rate\":0.000000001}|422|investment.rate",
                "\"jobs\":-1|422|jobs",
                "\"landArea\":-1|422|landArea",
                "\"landArea\":0.001|422|landArea",
                "\"landArea\":1e12|422|landArea",
                "\"leader\":\"unknown\"|422|leader",
                "\"leader\":\"\"|422|leader",
                "\"officer\":\"unknown\"|422|officer",
                "\"sector\":\"\"|422|sector",
                "\"zone\":\"unknown\"|422|zone"
            })
    void aWrongPropertyOfADraftIsNamed(String property, int status, String field) {
        var body = property.startsWith("\"name\"") ? "{" + property + "}" : "{\"name\":\"严谨\"," + property + "}";

        assertRefused(status, field, language -> post(language, Projects.PATH, body));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "code, 65",
        "name, 201",
        "summary, 4001",
        "leader, 101",
        "officer, 101",
        "sector, 65",
        "investor.name, 201"
    })
    void aTextThatIsTooLongIsNamed(String field, int length) {
        var text = "\"" + "x".repeat(length) + "\"";
        var property =
                field.equals("investor.name") ? "\"investor\":{\"name\":" + text + "}" : "\"" + field + "\":" + text;
        var body = field.equals("name") ? "{" + property + "}" : "{\"name\":\"严谨\"," + property + "}";

        assertRefused(422, field, language -> post(language, Projects.PATH, body));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|name",
                "{\"name\":null}|422|name",
                "{\"name\":\" \"}|422|name",
                "[]|400|body",
                "[{\"name\":\"x\"}]|400|body",
                "\"x\"|400|body",
                "5|400|body",
                "null|422|body",
                "{\"name\":|400|body",
                "{\"name\":\"x\"} {}|400|body",
                "{\"name\":\"x\",\"name\":\"y\"}|400|body"
            })
    void aBodyThatIsNoDraftIsRefused(String body, int status, String field) {
        assertRefused(status, field, language -> post(language, Projects.PATH, body));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "moves|{}|422|to",
                "moves|{\"to\":\"signed\"}|400|to",
                "moves|{\"to\":2}|400|to",
                "moves|{\"to\":\"SIGNED\",\"day\":\"2023-06-28\"}|400|day",
                "moves|{\"to\":\"SIGNED\",\"on\":\"2023-6-28\"}|400|on",
                "moves|{\"to\":\"SIGNED\",\"agreement\":\"ORAL\"}|400|agreement",
                "moves|{\"to\":\"SIGNED\",\"via\":{\"BEGUN\":\"2023-06-28\"}}|400|via",
                "moves|{\"to\":\"SIGNED\",\"via\":\"2023-06-28\"}|400|via",
                "moves|{\"to\":\"SIGNED\",\"investment\":{\"amount\":-1}}|422|investment.amount",
                "moves|{\"to\":\"SIGNED\",\"note\":\"a\\u0000\"}|400|note",
                "moves|[]|400|body",
                "moves|null|422|body"
            })
    void aWrongMoveIsNamed(String path, String body, int status, String field) {
        var id = register("investment", cny("1"));

        assertRefused(status, field, language -> post(language, Projects.PATH + "/" + id + "/" + path, body));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|status",
                "{\"status\":\"PAUSED\"}|400|status",
                "{\"status\":1}|400|status",
                "{\"status\":\"SUSPENDED\",\"since\":\"2023-06-28\"}|400|since",
                "{\"status\":\"SUSPENDED\",\"on\":true}|400|on",
                "{\"status\":\"SUSPENDED\",\"reason\":\"\"}|422|reason",
                "[]|400|body"
            })
    void aWrongTurnIsNamed(String body, int status, String field) {
        var id = register();

        assertRefused(
                status,
                field,
                language -> given().header("Accept-Language", language)
                        .contentType("application/json")
                        .body(body)
                        .put(Projects.PATH + "/" + id + "/status"));
    }

    private static Response post(String language, String path, String body) {
        return given().header("Accept-Language", language)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
