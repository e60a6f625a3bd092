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
import org.dhatim.fastexcel.VisibilityState;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.junit.jupiter.api.Test;

class WorkbookSheetTest extends WrittenWorkbook {

    @Test
    void numbers_dates_ticks_and_texts_of_a_sheet_are_read() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "2023年项目表");
            row(sheet, 2, null, "编号", "项目名称", "总投资（亿元）", "签约时间", "开工时间", "重点项目");
            row(sheet, 4, null, 4861, "甲", 0.1 + 0.2, LocalDate.of(2023, 6, 28), 202309, true);
            sheet.style(4, 4).format("yyyy-mm-dd").set();
            row(sheet, 5, null, "B-2", "乙", "3.5亿元", LocalDate.of(2023, 6, 15), "——", false);
            sheet.style(5, 4).format("yyyy\"年\"m\"月\"").set();
        });

        var reading = read(file, null);

        assertEquals(2, reading.rows());
        var first = statements.get(0);
        assertEquals(5, first.row());
        assertEquals("4861", first.code());
        assertEquals(new BigDecimal("30000000.00"), first.amount());
        assertEquals(true, first.value(Field.KEY));
        var second = statements.get(1);
        assertEquals(new BigDecimal("350000000.00"), second.amount());
        assertEquals(Map.of(Stage.SIGNED, new StatedDay(LocalDate.of(2023, 6, 1), Precision.MONTH)), second.entries());
        assertEquals(false, second.value(Field.KEY));
        assertEquals("B", reading.headings().get(0).column());
    }

    @Test
    void a_merged_cell_speaks_for_all_its_rows() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "园区", "行业");
            row(sheet, 1, "甲", "东城", "制造");
            row(sheet, 2, "乙", null, "农业");
            row(sheet, 3, "丙", "不显示", null);
            row(sheet, 4, "丁", "西城", null);
            row(sheet, 5, "戊");
            sheet.range(1, 1, 3, 1).merge();
            sheet.range(4, 1, 5, 2).merge();
        });

        read(file, null);

        assertEquals(
                List.of("东城", "东城", "东城", "西城", "西城"),
                statements.stream().map(ReadRow::zone).toList());
        assertNull(statements.get(4).sector());
        assertTrue(statements.stream().allMatch(s -> s.errors().isEmpty()));
    }

    @Test
    void a_merged_amount_or_name_is_not_multiplied() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "总投资（万元）", "行业");
            row(sheet, 1, "甲", 100, "制造");
            row(sheet, 2, "乙", null, "农业");
            row(sheet, 3, "丙", 5, "制造");
            row(sheet, 4, null, 6, "农业");
            sheet.range(1, 1, 2, 1).merge();
            sheet.range(3, 0, 4, 0).merge();
        });

        read(file, null);

        assertEquals(List.of(), statements.get(0).errors());
        assertEquals("总投资（万元）", statements.get(1).errors().get(0).column());
        assertEquals(List.of(), statements.get(2).errors());
        assertEquals(
                "This row continues the project of row 4; each project needs exactly one row.",
                statements.get(3).errors().get(0).expected().en());
    }

    @Test
    void a_heading_merged_over_two_rows_is_one_heading() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("项目");
            row(sheet, 0, "项目名称", "总投资（万元）", "开工时间");
            row(sheet, 1, null, null, "年月");
            row(sheet, 2, "甲", 100, "2023年5月");
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 1, 1).merge();
        });

        assertEquals(1, read(file, null).rows());
        assertEquals("甲", statements.get(0).name());
    }

    @Test
    void the_only_visible_sheet_with_headings_is_read_unless_others_are_named() throws IOException {
        var single = workbook(book -> {
            row(book.newWorksheet("说明"), 0, "请先阅读");
            ledger(book.newWorksheet("在谈"), "在谈项目");
            book.newWorksheet("Sheet3");
        });
        var reading = read(single, null);
        var file = workbook(book -> {
            row(book.newWorksheet("说明"), 0, "请先阅读");
            var hidden = book.newWorksheet("旧");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            ledger(hidden, "旧项目");
            ledger(book.newWorksheet("在谈"), "在谈项目");
            ledger(book.newWorksheet("4"), "签约项目");
        });

        for (var sheet : List.of("旧", "2", "4", "3", "*")) {
            read(file, sheet);
        }

        assertEquals(
                List.of(false, true, false),
                reading.sheets().stream().map(SheetReading.Sheet::isRead).toList());
        assertEquals(Set.of(ImportWarning.NO_MONEY_COLUMN, ImportWarning.SHEETS_LEFT_OUT), reading.warnings());
        assertTrue(refusal(file, null).startsWith("Several sheets have headings: 在谈, 4."));
        assertEquals(
                List.of("在谈项目", "旧项目", "旧项目", "签约项目", "在谈项目", "在谈项目", "签约项目"),
                statements.stream().map(ReadRow::name).toList());
        assertTrue(refusal(file, "开工").contains("it has: 说明, 旧, 在谈, 4"));
        assertTrue(refusal(file, "说明").startsWith("No heading row"));
        assertTrue(refusal(file, "9").startsWith("The workbook has no sheet"));
    }

    @Test
    void a_formula_counts_as_its_saved_value_and_a_failed_one_is_refused() throws IOException {
        var cells = """
                <row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>总投资（万元）</t></is></c></row>
                <row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>丙_x000D_</t></is></c><c r="B3"/></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>丁</t></is></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                <row r="5"><c r="A5" t="inlineStr"><is><t>戊_xD800_</t></is></c><c r="B5"/></row>
                """;

        read(sheetXml(cells), null);

        assertEquals("甲乙", statements.get(0).name());
        assertEquals(new BigDecimal("20000.00"), statements.get(0).amount());
        assertEquals("丙", statements.get(1).name());
        assertEquals("#DIV/0!", statements.get(2).errors().get(0).value());
        assertEquals("项目名称", statements.get(3).errors().get(0).column());
    }
}
