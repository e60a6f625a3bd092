package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.statement.StatementDetails;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectSheetTest extends WrittenSheet {

    @ParameterizedTest
    @CsvSource({"英文名称", "项目名称（英文）", "项目英文名", "English name", "Name (English)"})
    void theEnglishNameIsAColumnOfItsOwn(String heading) throws IOException {
        read("项目名称,%s\n甲,Pier Works\n".formatted(heading), Map.of());

        assertEquals("甲", statements.get(0).name());
        assertEquals("Pier Works", statements.get(0).statement().description().nameEn());
    }

    @Test
    void a_bureaus_ledger_is_read_whole() throws IOException {
        var reading = read("""
                2023年重点招商项目表,,,,,,,,,,,,,,,,,
                ,,,,,,,,,,,,,,,,,
                序号,项目编号,项目名称,投资方,总投资（万元）,产业类别,所属园区,责任单位,资金来源,协议类型,是否重点,包联领导,项目专员,项目用地（亩）,就业人数,建设内容,项目状态,签约时间
                1,HT-001,高端装备产业园,华清电子,"35,000",先进制造,东城片区,招商局,省外,框架协议,√,张三,李四,120.5,300,年产10万套,已签约,2023年6月28日
                """, Map.of());

        assertEquals(1, reading.rows());
        assertEquals(
                List.of(new ReadRow(new ImportRow<>(
                        new RowPlace(null, 4),
                        "高端装备产业园",
                        new ProjectStatement(
                                "HT-001",
                                "高端装备产业园",
                                new Description(null, "年产10万套"),
                                "华清电子",
                                new InvestmentDraft(new BigDecimal("350000000.00"), "CNY", null),
                                Stage.SIGNED,
                                Map.of(Stage.SIGNED, StatedDay.exactly(LocalDate.of(2023, 6, 28))),
                                Status.ACTIVE,
                                null,
                                Map.of(
                                        Field.SECTOR,
                                        "先进制造",
                                        Field.ZONE,
                                        "东城片区",
                                        Field.DEPARTMENT,
                                        "招商局",
                                        Field.ORIGIN,
                                        Origin.OUT_OF_PROVINCE,
                                        Field.AGREEMENT,
                                        Agreement.FRAMEWORK,
                                        Field.KEY,
                                        true,
                                        Field.LEADER,
                                        "张三",
                                        Field.OFFICER,
                                        "李四",
                                        Field.LAND_AREA,
                                        new BigDecimal("120.50"),
                                        Field.JOBS,
                                        300),
                                StatementDetails.NONE),
                        List.of(),
                        Set.of()))),
                statements);
    }

    @ParameterizedTest(name = "\"{0}\" is {1} and {2}")
    @CsvSource({
        "在建, GROUNDBREAKING, ACTIVE",
        "Proposed, UNDER_NEGOTIATION, ACTIVE",
        "停工, , SUSPENDED",
        "终止, , WITHDRAWN",
        "ACTIVE, , ACTIVE"
    })
    void one_column_may_hold_stages_and_statuses(String word, @Nullable Stage stage, @Nullable Status status)
            throws IOException {
        read("项目名称,状态\n甲," + word + "\n", Map.of());

        var statement = statements.get(0);
        assertEquals(stage, statement.stage());
        assertEquals(status, statement.status());
        assertEquals(status == null || status == Status.ACTIVE ? null : word, statement.reason());
    }

    @Test
    void a_stage_and_a_status_may_stand_apart_but_not_disagree() throws IOException {
        read("项目名称,建设阶段,状态\n甲,已开工,暂停\n乙,已开工,签约\n", Map.of());

        assertEquals(Stage.GROUNDBREAKING, statements.get(0).stage());
        assertEquals(Status.SUSPENDED, statements.get(0).status());
        assertEquals("暂停", statements.get(0).reason());
        assertEquals(List.of("状态"), errorColumns(1));
    }

    @Test
    void a_continued_project_has_broken_ground_unless_its_stage_says_otherwise() throws IOException {
        read("项目名称,建设性质,建设阶段\n甲,续建,\n乙,续建,竣工\n丙,新建,\n", Map.of());

        assertEquals(Stage.GROUNDBREAKING, statements.get(0).stage());
        assertEquals(Stage.COMPLETED, statements.get(1).stage());
        assertNull(statements.get(2).stage());
    }

    @Test
    void the_day_of_a_stage_not_reached_is_not_even_looked_at() throws IOException {
        read("项目名称,状态,签约时间,开工时间\n甲,签约,2023-02-01,视情况而定\n", Map.of());

        assertEquals(List.of(), statements.get(0).errors());
        assertEquals(
                Map.of(Stage.SIGNED, StatedDay.exactly(LocalDate.of(2023, 2, 1))),
                statements.get(0).entries());
    }

    @Test
    void days_out_of_order_are_refused_naming_both_columns() throws IOException {
        read("项目名称,状态,签约时间,开工时间\n甲,开工,2023-06-28,2023年5月\n", Map.of());

        var error = statements.get(0).errors().get(0);
        assertEquals(new RowPlace(null, 2), error.place());
        assertEquals("开工时间", error.column());
        assertEquals("2023年5月", error.value());
        assertEquals(
                "\"开工时间\" (2023年5月) is before \"签约时间\" (2023-06-28).",
                error.expected().en());
        assertEquals("“开工时间”（2023年5月）早于“签约时间”（2023-06-28）。", error.expected().zh());
    }

    @Test
    void every_error_of_a_row_is_told() throws IOException {
        read("项目名称,总投资（万元）,状态,是否重点,用地（亩）,就业人数,签约时间\n,9000（美金）,顺利,也许,多,少,昨天\n", Map.of());

        assertEquals(List.of("项目名称", "总投资（万元）", "状态", "是否重点", "用地（亩）", "就业人数", "签约时间"), errorColumns(0));
        assertEquals("9000（美金）", statements.get(0).errors().get(1).value());
    }

    @ParameterizedTest(name = "{0} takes {1} characters")
    @CsvSource({"编号, 64", "投资方, 200", "行业, 100", "园区, 100", "责任单位, 100", "包联领导, 100", "联系人, 100", "建设内容, 4000"})
    void texts_are_as_long_as_the_register_holds(String heading, int limit) throws IOException {
        read("项目名称," + heading + "\n甲," + "字".repeat(limit) + "\n乙," + "字".repeat(limit + 1) + "\n", Map.of());

        assertEquals(List.of(), statements.get(0).errors());
        assertEquals(
                "At most " + limit + " characters.",
                statements.get(1).errors().get(0).expected().en());
    }

    @Test
    void what_speaks_of_no_project_is_passed_over() throws IOException {
        var reading = read("""
                序号,项目名称,总投资（万元）
                一、先进制造业,,
                1,甲,10
                ,,
                小计,,10
                2,乙,20
                ,合 计,30
                注：以上为初步统计,,
                """, Map.of());

        assertEquals(2, reading.rows());
        assertEquals(List.of(3, 6), statements.stream().map(ReadRow::row).toList());
    }

    @Test
    void a_row_without_a_name_is_refused() throws IOException {
        read("项目名称,行业\n,制造\n", Map.of());

        assertEquals(List.of("项目名称"), errorColumns(0));
        assertNull(statements.get(0).errors().get(0).value());
    }
}
