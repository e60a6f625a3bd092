package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.statement.StatementDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns that only ledgers with much detail have: currency, rate, status, first day, lists. */
class StatementDetailsTest extends WrittenSheet {

    @Test
    void aRowNamesCurrencyAndRateInCellsOfTheirOwn() throws IOException {
        read("项目名称,总投资（万元）,币种,汇率\n甲,100,美元,7.1023\n乙,100,,\n丙,,USD,7\n", Map.of());

        assertEquals(
                new InvestmentDraft(new BigDecimal("1000000.00"), "USD", new BigDecimal("7.1023")),
                statements.get(0).statement().investment());
        assertEquals(
                new InvestmentDraft(new BigDecimal("1000000.00"), "CNY", null),
                statements.get(1).statement().investment());
        assertNull(statements.get(2).statement().investment());
    }

    @ParameterizedTest(name = "{0} with {1} in the column of currencies")
    @CsvSource({"100万美元, CNY, 币种", "100万元人民币, USD, 币种", "100, 贝壳, 币种"})
    void aCurrencyThatContradictsTheAmountIsRefused(String amount, String currency, String column) throws IOException {
        read("项目名称,总投资（万元）,币种\n甲," + amount + "," + currency + "\n", Map.of());

        assertEquals(List.of(column), errorColumns(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0", "-1", "7.123456789", "7.1左右", "12345678901"})
    void aRateIsAboveZeroWithAtMostEightDecimals(String rate) throws IOException {
        read("项目名称,总投资（万美元）,汇率\n甲,100," + rate + "\n", Map.of());

        assertEquals(List.of("汇率"), errorColumns(0));
    }

    @Test
    void aStatusHasADayAndAReason() throws IOException {
        read("项目名称,建设阶段,状态,状态日期,状态原因,存续起始,所属清单\n甲,开工,暂停,2023-05,资金未到位,2022-03-04,省重点、b-2; c\n", Map.of());

        assertEquals("资金未到位", statements.get(0).reason());
        assertEquals(
                new StatementDetails(
                        new StatedDay(LocalDate.of(2023, 5, 1), Precision.MONTH),
                        true,
                        StatedDay.exactly(LocalDate.of(2022, 3, 4)),
                        List.of("省重点", "b-2", "c")),
                statements.get(0).statement().details());
    }

    @ParameterizedTest(name = "status {0}, since {1}, because {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {"在建, -, 工期延误, 状态原因", "推进, -, 工期延误, 状态原因", "暂停, 2024-01-01, -, 状态日期"})
    void dayAndReasonBelongToAStatus(String status, String since, String reason, String column) throws IOException {
        read(
                "项目名称,状态,状态日期,状态原因\n甲,%s,%s,%s\n"
                        .formatted(status, Objects.toString(since, ""), Objects.toString(reason, "")),
                Map.of());

        assertEquals(List.of(column), errorColumns(0));
    }

    @Test
    void theFirstDayIsNotAfterTheFirstStage() throws IOException {
        read("项目名称,签约时间,存续起始\n甲,2023-01-05,2023-02-01\n乙,2023-02-01,2023-01-05\n", Map.of());

        assertEquals(List.of("签约时间"), errorColumns(0));
        assertEquals(List.of(), statements.get(1).errors());
    }
}
