package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings in two rows, and units named above them. */
class HeadingBlockTest extends WrittenSheet {

    @Test
    void groupsOfAnUpperRowAreReadWithTheRowBelow() throws IOException {
        var reading = read("""
                2023年上半年招商引资项目台账,,,,,,,,
                序号,项目名称,投资方,投资情况（万元）,,,时间节点,,建设阶段
                ,,,总投资,年度计划投资,累计完成投资,签约,开工,
                1,两级表头甲,甲公司,50000,10000,3000,2023-03-08,2023-06-10,开工
                2,两级表头乙,乙公司,120000,20000,0,2023-05-18,,签约
                """, Map.of());

        assertEquals(2, reading.rows());
        assertEquals(new BigDecimal("500000000.00"), statements.get(0).amount());
        assertEquals(
                Map.of(
                        Stage.SIGNED, StatedDay.exactly(LocalDate.of(2023, 3, 8)),
                        Stage.GROUNDBREAKING, StatedDay.exactly(LocalDate.of(2023, 6, 10))),
                statements.get(0).entries());
        assertEquals("投资情况（万元）/总投资", reading.headings().get(3).heading());
        assertNull(reading.headings().get(4).field());
        assertNull(reading.headings().get(5).field());
        assertEquals(Set.of(), reading.warnings());
    }

    @Test
    void aGroupAboveFullHeadingsGivesItsUnit() throws IOException {
        read("""
                项目基本情况,,,投资（万元）,,进展,,
                项目名称,投资方,责任单位,总投资,年度投资,阶段,签约时间,开工时间
                下层表头甲,甲公司,投促一局,50000,10000,开工,2023-03-08,2023-06-10
                """, Map.of());

        assertEquals(new BigDecimal("500000000.00"), statements.get(0).amount());
        assertEquals(2, statements.get(0).entries().size());
    }

    @Test
    void aGroupThatIsAPlanLendsItsPartsNoMeaning() throws IOException {
        var reading = read("""
                项目名称,阶段,计划时间,,实际时间,
                ,,签约,开工,签约,开工
                甲,签约,2024-01-01,2024-06-01,2023-02-03,
                """, Map.of());

        assertEquals(
                Map.of(Stage.SIGNED, StatedDay.exactly(LocalDate.of(2023, 2, 3))),
                statements.get(0).entries());
        assertEquals("A plan, not something that happened.", note(reading, 2));
    }

    @Test
    void aTitleInSeveralCellsIsNoGroup() throws IOException {
        read("""
                2023年计划开工项目表,,,附件2
                项目名称,总投资（万元）,阶段,签约时间
                甲,10,签约,2023-02-03
                """, Map.of());

        assertEquals(new BigDecimal("100000.00"), statements.get(0).amount());
        assertEquals(Stage.SIGNED, statements.get(0).stage());
    }

    @Test
    void aUnitNamedAboveTheHeadingsCountsUnlessTheHeadingHasOne() throws IOException {
        var reading = read("""
                重点项目情况表,,,
                ,,,单位：万元、公顷
                项目名称,总投资,用地,建设阶段
                甲,50000,2,签约
                """, Map.of());
        var nearer = read("重点项目情况表（单位：万元）,,\n项目名称,总投资（亿元）,阶段\n乙,5,签约\n", Map.of());

        assertEquals(new BigDecimal("500000000.00"), statements.get(0).amount());
        assertEquals(new BigDecimal("30.00"), statements.get(0).value(Field.LAND_AREA));
        assertEquals("万元", reading.headings().get(1).unit());
        assertEquals(new BigDecimal("500000000.00"), statements.get(1).amount());
        assertEquals("亿元", nearer.headings().get(1).unit());
    }

    @Test
    void aMappingNamesTheUpperTheLowerOrBothHeadings() throws IOException {
        var sheet = "项目名称,阶段,钱（万元）,\n,,全部,今年\n甲,签约,7,1\n";

        read(sheet, Map.of("全部", "investment"));
        read(sheet, Map.of("钱（万元）/全部", "investment"));
        read(sheet, Map.of("钱/全部", "investment"));

        assertEquals(
                List.of(new BigDecimal("70000.00"), new BigDecimal("70000.00"), new BigDecimal("70000.00")),
                statements.stream().map(ReadRow::amount).toList());
        assertTrue(refusal(sheet, Map.of("钱", "investment")).contains("钱（万元）/全部"));
    }

    @Test
    void theFirstProjectWithoutANameIsNoHeading() throws IOException {
        read("项目名称,总投资（万元）,,\n,,备注一,\n甲,7,,\n", Map.of());

        assertEquals(List.of(3), statements.stream().map(ReadRow::row).toList());
    }

    @Test
    void columnsThatWereNotUnderstoodAreWarnedOf() throws IOException {
        var reading = read("项目名称,资金盘子,进展到哪了,备注,\n甲,7,,,\n", Map.of("备注", "summary"));

        assertEquals(Set.of(ImportWarning.NO_MONEY_COLUMN, ImportWarning.COLUMN_NOT_UNDERSTOOD), reading.warnings());
    }

    @Test
    void aFileWithoutHeadingsIsRefusedWithTheWordsItHas() {
        var refusal = refusal("序号,名目,金额\n1,甲,7\n", Map.of());

        assertTrue(refusal.endsWith("Found: 序号, 名目, 金额, 1, 甲, 7."), refusal);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "总投资（一期）（万元）",
                "总投资（万元）（其中固定资产）",
                "投资额（本年度完成，万元）",
                "总投资（2023年）（万元）",
                "开工时间（预计）",
                "签约时间（计划）",
                "竣工时间（目标）"
            })
    void aRemarkThatLimitsAHeadingIsNotDropped(String heading) throws IOException {
        var reading = read("项目名称,行业," + heading + "\n甲,制造,2023\n", Map.of());

        assertNull(reading.headings().get(2).field());
        assertEquals(Map.of(), statements.get(0).entries());
        assertNull(statements.get(0).amount());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"总投资（计划）（万元）", "总投资额（预计，万元）", "投资总额（万元）（估算）"})
    void aPlannedTotalIsATotal(String heading) throws IOException {
        var reading = read("项目名称," + heading + "\n甲,7万元\n", Map.of());

        assertEquals("investment", reading.headings().get(1).field());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"本年", "2023年", "完成情况", "固定资产", "一期", "其中"})
    void aGroupAboutAPartGivesNoTotal(String group) throws IOException {
        read("""
                项目名称,投资方,投资规模（亿元）,%s,,
                ,,,投资额（万元）,用地面积（亩）,建设内容
                甲,乙,5,300,20,x
                """.formatted(group), Map.of());

        assertEquals(new BigDecimal("500000000.00"), statements.get(0).amount());
        assertNull(statements.get(0).value(Field.LAND_AREA));
        assertEquals("x", statements.get(0).summary());
    }

    @Test
    void aTitleBesideAnotherIsNoGroup() throws IOException {
        read("""
                附件2,,2026年投资计划表,
                项目名称,总投资（万元）,建设阶段,签约时间
                甲,300,在建,2023-01-01
                """, Map.of());

        assertEquals(1, statements.get(0).entries().size());
        assertEquals(Stage.GROUNDBREAKING, statements.get(0).stage());
        assertEquals(new BigDecimal("3000000.00"), statements.get(0).amount());
    }

    @Test
    void aDayThatOnlyItsGroupMakesAPlanIsWarnedOf() throws IOException {
        var reading = read("项目,,计划,\n项目名称,总投资（万元）,签约时间,开工时间\n甲,7,2023-02-03,2023-05-01\n", Map.of());

        assertEquals(Set.of(ImportWarning.COLUMN_NOT_UNDERSTOOD), reading.warnings());
        assertEquals(Map.of(), statements.get(0).entries());
    }

    @Test
    void severalUnitsOfMoneyAboveTheHeadingsAreNone() throws IOException {
        read("单位：亿元、万元,,\n项目名称,总投资,阶段\n甲,3500,签约\n", Map.of());
        read("单位：万元,,\n项目名称,总投资（USD）,阶段\n甲,3500,签约\n", Map.of());

        assertEquals(List.of("总投资"), errorColumns(0));
        assertEquals(List.of("总投资（USD）"), errorColumns(1));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "用地面积（平米）, 80000, 120.00",
        "用地面积（万㎡）, 12, 180.00",
        "用地面积（平方公里）, 2, 3000.00",
        "用地面积（acres）, 10, 60.70",
        "用地面积（亩）, 12, 12.00"
    })
    void theUnitOfAnAreaIsKnown(String heading, String cell, BigDecimal area) throws IOException {
        read("项目名称," + heading + "\n甲," + cell + "\n", Map.of());

        assertEquals(area, statements.get(0).value(Field.LAND_AREA));
    }

    @Test
    void anUnknownUnitRefusesNumbersWithoutOne() throws IOException {
        read("项目名称,用地面积（平方英里）,就业人数（万人）\n甲,3,2\n乙,5亩,3人\n丙,,1.5\n", Map.of());

        assertEquals(List.of("用地面积（平方英里）"), errorColumns(0));
        assertEquals(3, statements.get(1).value(Field.JOBS));
        assertEquals(15_000, statements.get(2).value(Field.JOBS));
    }

    @Test
    void aRowWithMoreFieldsThanTheHeadingsIsRefused() throws IOException {
        read("项目名称,签约时间,总投资（万元）\n甲,2023-06-01,12,000\n乙,2023-06-01,12,,\n", Map.of());

        assertEquals(List.of("项目名称"), errorColumns(0));
        assertEquals(List.of(), errorColumns(1));
    }
}
