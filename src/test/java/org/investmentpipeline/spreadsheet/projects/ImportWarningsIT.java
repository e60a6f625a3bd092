package org.investmentpipeline.spreadsheet.projects;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are right, but that a person should look at. */
@QuarkusTest
class ImportWarningsIT {
    private static final String HEADINGS = "项目编号,项目名称,投资方,总投资（万元）,建设阶段";

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAProject() {
        code = code("警");
        zone = zone();
        imported(sheet(code + ",旧厂" + code + ",甲公司,500,签约"), "asOf", "2023-06-30");
        imported(sheet("," + "无号" + code + ",丙公司,500,签约"), "asOf", "2023-06-30");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "RENAMED, '%1$s,新厂%1$s,甲公司,500,签约'",
        "CODE_GIVEN, '%1$s-9,无号%1$s,丙公司,500,签约'",
        "STEPPED_BACK, '%1$s,旧厂%1$s,甲公司,500,在谈'",
        "REOPENED, '%1$s,旧厂%1$s,甲公司,500,签约'",
        "AMOUNT_JUMPED, '%1$s,旧厂%1$s,甲公司,500000,签约'",
        "AMOUNT_ROUNDED, '%1$s,旧厂%1$s,甲公司,500.33333333333331,签约'",
        "NO_AMOUNT, '%1$s,旧厂%1$s,甲公司,,签约'",
        "POSSIBLE_DUPLICATE, '%1$s-2,旧厂 %1$s,乙公司,500,签约'",
        "POSSIBLE_DUPLICATE, ',旧厂%1$s,乙公司,500,签约'"
    })
    void aRowIsNamedWithTheKind(String kind, String row) {
        if (kind.equals("REOPENED")) {
            imported(sheet(code + ",旧厂" + code + ",甲公司,500,暂停"), "asOf", "2023-07-31");
        }

        sent(row.formatted(code), "accept").statusCode(200).body(rows(kind), contains("2"));
    }

    @Test
    void aNameThatTheFileHasTwiceIsAPossibleDuplicate() {
        var twins = sheet("甲%1$s,双胞%1$s,甲公司,1,签约".formatted(code), "乙%1$s,双胞%1$s,乙公司,1,签约".formatted(code));

        send(twins, "asOf", "2023-08-31")
                .statusCode(200)
                .body("created", equalTo(2))
                .body(rows("POSSIBLE_DUPLICATE"), contains("3"));
        send(twins, "asOf", "2023-08-31")
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("warnings", empty());
    }

    @Test
    void aSheetWithAWarningIsRefusedOnRequest() {
        sent("%1$s-2,旧厂%1$s,乙公司,500,签约".formatted(code), "refuse")
                .statusCode(422)
                .body(rows("POSSIBLE_DUPLICATE"), contains("2"));
    }

    private ValidatableResponse sent(String row, String onWarning) {
        return send(sheet(row), "asOf", "2023-08-31", "onStepBack", "reverse", "onWarning", onWarning);
    }

    private byte[] sheet(String... rows) {
        return csv(Stream.concat(Stream.of(HEADINGS + ",所属园区"), Stream.of(rows).map(row -> row + "," + zone))
                .toArray(String[]::new));
    }

    private static String rows(String kind) {
        return "warnings.findAll { it.kind == '" + kind + "' }.rows.flatten()";
    }
}
