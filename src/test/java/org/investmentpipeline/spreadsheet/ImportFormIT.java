package org.investmentpipeline.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.support.Ledgers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of an import: what they do, and which are refused. */
@QuarkusTest
@Tag("portable")
class ImportFormIT {
    private static final String HEADINGS = "项目编号,项目名称,总投资（万元）,所属园区,项目阶段";

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("拒");
        zone = zone();
    }

    /** As each of them is typed where the contract has it elsewhere, so that generated clients take a day and no text. */
    @ParameterizedTest
    @CsvSource({
        "file, string, binary",
        "sheet, string,",
        "dryRun, boolean,",
        "unit, string,",
        "currency, string,",
        "createMissing, boolean,",
        "asOf, string, date",
        "mapping, string,",
    })
    void thePartsOfTheFormAreTyped(String part, String type, @Nullable String format) {
        var schemas = new OpenAPIV3Parser()
                .read("openapi/openapi.yaml")
                .getComponents()
                .getSchemas();
        Map<?, ?> parts = Objects.requireNonNull(schemas.get("ImportForm")).getProperties();
        var schema = (Schema<?>) Objects.requireNonNull(parts.get(part), part);

        assertEquals(type, schema.getType());
        assertEquals(format, schema.getFormat());
        assertNull(schema.getAllOf());
    }

    @Test
    void aUnitOfTheFormHoldsWhereTheHeadingNamesNone() {
        var ledger = csv("项目编号,项目名称,总投资,所属园区", code + ",甲,1.5," + zone);

        send(ledger, "asOf", "2023-06-30").statusCode(422).body("errors.column", contains("总投资"));
        imported(ledger, "asOf", "2023-06-30", "unit", "亿元");

        totals("zone=" + zone + "&asOf=2023-06-30").body("total.investment", amount("150000000"));
    }

    @Test
    void aMappingOverridesWhatAHeadingUsuallyMeans() {
        var ledger = csv("编号,项目名称,工程,投资额（万元）,概算（万元）,所属园区", code + ",甲,乙工程,10,25," + zone);

        send(ledger, "asOf", "2023-06-30", "mapping", "{\"工程\":\"name\",\"概算（万元）\":\"investment\",\"项目名称\":\"\"}")
                .statusCode(200)
                .body("headings.find { it.heading == '工程' }.field", equalTo("name"));

        list("zone=" + zone).body("items.name", contains("乙工程")).body("items[0].investment.amount", amount("250000"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "colour|red|400|colour",
                "DryRun|true|400|DryRun",
                "dryRun|yes|400|dryRun",
                "createMissing|1|400|createMissing",
                "onError|ignore|400|onError",
                "asOf|2023-6-1|400|asOf",
                "asOf|20230601|400|asOf",
                "asOf|2999-01-01|422|asOf",
                "mapping|{|400|mapping",
                "mapping|[]|400|mapping",
                "mapping|null|400|mapping",
                "mapping|{\"项目名称\":[\"name\"]}|400|mapping"
            })
    void aWrongPartOfTheFormIsNamed(String part, String value, int status, String field) {
        var known = knownAt();

        for (var language : new String[] {"en", "zh"}) {
            send(language, csv(HEADINGS, code + ",甲,10," + zone + ",签约"), part, value)
                    .statusCode(status)
                    .header("Content-Language", language)
                    .body("violations.field", hasItem(field));
        }

        assertEquals(known, knownAt());
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit|bushel|bushel",
                "currency|ZZZ|ZZZ",
                "mapping|{\"项目名称\":\"colour\"}|colour",
                "mapping|{\"没有这一列\":\"name\"}|没有这一列"
            })
    void anOptionThatDoesNotFitTheLedgerIsSaid(String part, String value, String said) {
        send(csv(HEADINGS, code + ",甲,10," + zone + ",签约"), part, value)
                .statusCode(422)
                .body("type", equalTo("/problems/import-refused"))
                .body("detail", containsString(said));
    }

    @Test
    void aPartIsGivenOnce() {
        send(csv(HEADINGS, code + ",甲,10," + zone + ","), "dryRun", "true", "dryRun", "true")
                .statusCode(400)
                .body("violations.field", contains("dryRun"));
    }

    @Test
    void aFormNeedsItsFile() {
        given().multiPart("dryRun", "true")
                .post(Ledgers.PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        given().multiPart("file", "项目名称,总投资")
                .post(Ledgers.PATH)
                .then()
                .statusCode(400)
                .body("violations.field", contains("file"));
        given().contentType("application/json")
                .body("{}")
                .post(Ledgers.PATH)
                .then()
                .statusCode(415);
    }
}
