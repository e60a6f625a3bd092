package org.investmentpipeline.spreadsheet;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.codeNamed;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Ledgers.send;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and files that are refused, and what is then said and kept. */
@QuarkusTest
@Tag("portable")
class ImportRefusalIT {
    private static final String HEADINGS = "项目编号,项目名称,总投资（万元）,所属园区,项目阶段";

    private String code = "";
    private String zone = "";

    @BeforeEach
    void registerAZone() {
        code = code("拒");
        zone = zone();
    }

    @ParameterizedTest
    @CsvSource({"en, createMissing", "zh, 不在目录中"})
    void aRowIsRefusedWithItsPlaceItsValueAndWhatWasExpected(String language, String expected) {
        var ledger = csv(HEADINGS, code + ",甲,10," + zone + ",签约", code + "-2,乙,20,无此园区" + code + ",签约");

        send(language, ledger, "asOf", "2023-06-30")
                .statusCode(422)
                .header("Content-Language", language)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/import-refused"))
                .body("read", equalTo(2))
                .body("created", equalTo(0))
                .body("refused", equalTo(1))
                .body("errors.row", contains(3))
                .body("errors.column", contains("所属园区"))
                .body("errors.value", contains("无此园区" + code))
                .body("errors[0].expected", containsString(expected));

        totals("zone=" + zone + "&asOf=2023-06-30").body("total.count", equalTo(0));
    }

    @Test
    void everyFaultOfEveryRowIsNamed() {
        send(
                        csv(
                                HEADINGS,
                                code + ",甲,十万," + zone + ",签约",
                                code + "-2,,5," + zone + ",签约",
                                code + "-3,丙,-5," + zone + ",未知阶段"),
                        "asOf",
                        "2023-06-30")
                .statusCode(422)
                .body("refused", equalTo(3))
                .body("errors.row", contains(2, 3, 4, 4))
                .body("errors.column", contains("总投资（万元）", "项目名称", "总投资（万元）", "项目阶段"));
    }

    @Test
    void skippingTakesTheRest() {
        var report = imported(
                csv(HEADINGS, code + ",甲,10," + zone + ",签约", code + "-2,乙,二十," + zone + ",签约"),
                "asOf",
                "2023-06-30",
                "onError",
                "skip");

        assertEquals(1, report.getInt("created"));
        assertEquals(1, report.getInt("refused"));
        assertEquals(3, report.getInt("errors[0].row"));
        list("zone=" + zone).body("items.code", contains(code)).body("items[0].investment.amount", amount("100000"));
    }

    @Test
    void abortingKeepsNothingNotEvenWhatWasMissing() {
        var park = "新园" + code;

        send(
                        csv(HEADINGS, code + ",甲,10," + park + ",签约", code + "-2,乙,二十," + park + ",签约"),
                        "createMissing",
                        "true",
                        "onError",
                        "abort")
                .statusCode(422);

        assertEquals("", codeNamed("/api/v1/zones", park));
    }

    @Test
    void aDryRunSaysWhatWouldBeRefused() {
        send(csv(HEADINGS, code + ",甲,二十," + zone + ",签约"), "dryRun", "true")
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("errors.row", contains(2));
    }

    @Test
    void aCodeRepeatedInTheFileIsRefused() {
        send(csv(HEADINGS, code + ",甲,10," + zone + ",", code + ",甲,10," + zone + ","), "asOf", "2023-06-30")
                .statusCode(422)
                .body("errors.row", contains(3))
                .body("errors.column", contains("项目编号"))
                .body("errors.value", contains(code))
                .body("errors[0].expected", containsString("row 2"));
    }

    @Test
    void aMissingRateIsNamedWithCurrencyAndDay() {
        send(
                        csv("项目编号,项目名称,总投资,所属园区", code + ",甲,10," + zone),
                        "asOf",
                        "2023-06-30",
                        "unit",
                        "million",
                        "currency",
                        "KMF")
                .statusCode(422)
                .body("errors.column", contains("总投资"))
                .body("errors[0].expected", containsString("KMF"))
                .body("errors[0].expected", containsString("2023-06-30"));
    }

    @Test
    void whatIsNoLedgerIsRefusedAsAWhole() {
        var compound = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                compound,
                0,
                8);
        var broken = "PK\u0003\u0004 and nothing more of an archive".getBytes(StandardCharsets.ISO_8859_1);
        var noise = new byte[500];
        Arrays.fill(noise, (byte) 0x81);

        refused(new byte[0]);
        refused(csv("会议纪要", "今天讨论了三个议题，", "没有表格。"));
        refused(csv(""));
        refused(compound);
        refused(broken);
        refused(noise);
        refused(csv("项目名称", "只有名称"));
    }

    @Test
    void aLedgerOfHeadingsAloneStatesNothing() {
        send(csv(HEADINGS)).statusCode(200).body("read", equalTo(0)).body("errors", empty());
    }

    private static void refused(byte[] file) {
        for (var language : new String[] {"en", "zh"}) {
            send(language, file)
                    .statusCode(422)
                    .header("Content-Language", language)
                    .body("type", equalTo("/problems/import-refused"));
        }
    }
}
