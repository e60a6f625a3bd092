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
}
