package org.investmentpipeline.spreadsheet.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowShapeTest {

    /** 序号, code, name, investor, amount, stage, signed on. */
    private static final RowShape LEDGER = new RowShape(2, Set.of(1, 3, 6), Set.of(1, 2, 3, 4, 5, 6));

    /** 序号, name, amount, stage, summary. */
    private static final RowShape SHORT = new RowShape(1, Set.of(), Set.of(1, 2, 3, 4));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '=',
            value = {
                "1|HT-1|氢储能一号|甲公司|10000|签约|2019-03-01 = DATA",
                "||氢储能一号||10000|签约| = DATA",
                "||皖北片区小计||30000|| = TOTAL",
                "||本页合计||30000|| = TOTAL",
                "||签约项目合计||30000|| = TOTAL",
                "||合计35个项目||30000|| = TOTAL",
                "||共计||30000|| = TOTAL",
                "||全区合计||30000|签约| = TOTAL",
                "||合計||30000|| = TOTAL",
                "||總計（萬元）||30000|| = TOTAL",
                "||累计||30000|| = TOTAL",
                "||累计签约项目||30000|| = TOTAL",
                "合 计||||30000|| = TOTAL",
                "合计||35个项目||30000|| = TOTAL",
                "|合计|||30000|| = TOTAL",
                "|||小计|30000|| = TOTAL",
                "||小计：|35家|30000|| = TOTAL",
                "||合计|/|30000||— = TOTAL",
                "||在建项目合计（12个）||30000|| = TOTAL",
                "||其中：工业合计||30000|| = TOTAL",
                "||共35个项目||30000|| = TOTAL",
                "||Total||30000|| = TOTAL",
                "||Grand total:||30000|| = TOTAL",
                "||Sub-total||30000|| = TOTAL",
                "||Zone A subtotal||30000|| = TOTAL",
                "||Total (35 projects)||30000|| = TOTAL",
                "|HT-9|合计||30000|签约| = DATA",
                "|||合计|30000|| = TOTAL",
                "||本页合计|乙公司|30000|| = DATA",
                "||合计|||开工|2019-03-01 = DATA",
                "||小计量仪器产业园||30000|签约| = DATA",
                "||联合计算中心||30000|签约| = DATA",
                "||合计检测仪器生产项目||30000|签约| = DATA",
                "||累计时器厂||30000|签约| = DATA",
                "||Lubricants plant of Total||30000|| = DATA",
                "||合计投资||30000|| = TOTAL",
                "||合计皖北片区||30000|| = TOTAL",
                "||小计新能源产业||30000|| = TOTAL",
                "||累计计算机产业园||30000|签约|2023-06-28 = DATA",
                "||East zone total||30000|| = TOTAL",
                "||综合计量检测中心||30000|签约| = DATA",
                "||Total Energies solar farm||30000|| = DATA",
                "||Totally new park||30000|| = DATA",
                "一、先进制造业|||||| = SECTION",
                "||（二）在建项目|||| = SECTION",
                "||三、现代服务业（12个）||30000|| = SECTION",
                "||在建项目(5个)||30000|| = SECTION",
                "先进制造业|||||| = SECTION",
                "注：以上为初步统计|||||| = REMARK",
                "备注：投资额含税|||||| = REMARK",
                "填表人：张三||||审核人：李四|| = REMARK",
                "|填报单位：招商局||||| = REMARK",
                "Note: preliminary|||||| = REMARK",
                "单位：万元|||||| = REMARK",
                "||注塑机生产线项目|||| = DATA",
                "||说明书印刷项目|||| = DATA",
                "||审核系统研发中心|||| = DATA",
                "|||||| = BLANK",
                "12|||||| = BLANK",
                "||||30000|| = DATA",
                "|||乙公司||| = DATA"
            })
    void a_row_is_known_by_its_shape(String cells, RowKind kind) {
        assertEquals(kind, LEDGER.kind(row(cells)), cells);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '=',
            value = {"1|甲项目|10000|签约|一期二期合计 = DATA", "合计||30000|| = TOTAL", "|甲项目||| = DATA", "||30000||合计 = TOTAL"})
    void a_word_after_the_name_of_a_project_is_no_total(String cells, RowKind kind) {
        assertEquals(kind, SHORT.kind(row(cells)), cells);
    }

    @Test
    void a_title_merged_over_several_columns_is_one_of_a_section() {
        var cells = List.<SheetCell>of(SheetCell.Text.BLANK, new SheetCell.Text("皖北片区"));

        assertEquals(RowKind.DATA, SHORT.kind(new SheetRow(5, cells)));
        assertEquals(RowKind.SECTION, SHORT.kind(new SheetRow(5, cells, Map.of(), Map.of(1, 4), false)));
    }

    @Test
    void a_merged_cell_from_above_is_not_the_rows_own() {
        var cells = List.<SheetCell>of(
                SheetCell.Text.BLANK, SheetCell.Text.BLANK, new SheetCell.Text("小计"), new SheetCell.Text("甲公司"));

        assertEquals(RowKind.TOTAL, LEDGER.kind(new SheetRow(5, cells, Map.of(3, 4))));
    }

    private static SheetRow row(String cells) {
        return new SheetRow(
                7,
                Arrays.stream(cells.split("\\|", -1))
                        .<SheetCell>map(text -> new SheetCell.Text(text.strip()))
                        .toList());
    }
}
