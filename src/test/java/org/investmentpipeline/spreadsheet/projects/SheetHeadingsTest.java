package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetHeadingsTest extends WrittenSheet {

    @Test
    void the_answer_says_what_each_heading_was_taken_for() throws IOException {
        var reading = read("""
                序号,项目名称,总投资（亿元）,今年计划投资（万元）,计划开工时间,建设单位,投资方,心得
                1,甲,1,1,2024,乙,丙,丁
                """, Map.of());

        assertEquals(
                List.of("null", "name", "investment", "null", "null", "null", "investor", "null"),
                reading.headings().stream().map(h -> String.valueOf(h.field())).toList());
        assertEquals(
                List.of("A", "B", "C", "D", "E", "F", "G", "H"),
                reading.headings().stream().map(HeadingReading::column).toList());
        var investment = reading.headings().get(2);
        assertEquals("总投资（亿元）", investment.heading());
        assertEquals("亿元", investment.unit());
        assertEquals("CNY", investment.currency());
        assertEquals("A running number, not the project's code.", note(reading, 0));
        assertEquals("Not the project's total investment.", note(reading, 3));
        assertEquals("A plan, not something that happened.", note(reading, 4));
        assertEquals("\"投资方\" in column G is read instead.", note(reading, 5));
        assertTrue(note(reading, 7).contains("`mapping`"));
        assertEquals("丙", statements.get(0).investor());
        assertNull(statements.get(0).code());
    }

    @ParameterizedTest(name = "{0} fills {1}")
    @CsvSource({
        "编号, code",
        "Project ID, code",
        "外来投资方, investor",
        "Developer, investor",
        "拟投资额[亿元], investment",
        "协议投资额（亿元）, investment",
        "意向投资额（亿元）, investment",
        "合同总投资（亿元）, investment",
        "计划总投资额（亿元）, investment",
        "投资规模（亿元）, investment",
        "项目计划总投资（万元）, investment",
        "拟投资金额（万元）, investment",
        "Total estimated cost (CAD million), investment",
        "Total capital cost, investment",
        "计划总投资(万元), investment",
        "总投资万元, investment",
        "总投资：亿元, investment",
        "Estimated cost (CAD million), investment",
        "建设地点[注明园区], zone",
        "项目所属辖区, zone",
        "跟踪单位, department",
        "用地情况[亩], landArea",
        "建设状态(开工/在建), status",
        "首次填报时间, listedOn",
        "实际开工时间, brokeGroundOn",
        "投产时间, completedOn",
        "建设性质, nature",
        "' 建设 性质 ', nature"
    })
    void headings_of_real_ledgers_are_known(String heading, String field) throws IOException {
        var reading = read("项目名称," + heading + "\n甲,\n", Map.of());

        assertEquals(field, reading.headings().get(1).field());
    }

    @ParameterizedTest(name = "{0} is not read")
    @ValueSource(
            strings = {
                "序号",
                "No.",
                "计划开工时间",
                "拟开工时间",
                "计划竣工",
                "预计竣工时间",
                "Planned start",
                "年度计划投资",
                "注册资本[万元]",
                "到位资金",
                "一期投资额[亿元]",
                "2023年计划投资（万元）",
                "当年投资额（万元）",
                "累计完成投资（万元）",
                "固定资产投资（万元）",
                "其中：设备投资",
                "Annual investment",
                "建设时间-起",
                "建设周期",
                "建设年限",
                "本月完成投资",
                "审核状态",
                "备注"
            })
    void other_headings_are_left_alone(String heading) throws IOException {
        var reading = read("项目名称,行业," + heading + "\n甲,乙,2020\n", Map.of());

        assertNull(reading.headings().get(2).field());
        assertTrue(!note(reading, 2).isEmpty());
    }

    @Test
    void a_mapping_overrides_and_leaves_out() throws IOException {
        var mapping = new HashMap<String, @Nullable String>();
        mapping.put("工号", "code");
        mapping.put("行业", null);
        mapping.put("开工（年）", "brokeGroundOn");

        read("工号,名称,行业,开工（年）\nX1,甲,制造,2021\n", mapping);

        var statement = statements.get(0);
        assertEquals("X1", statement.code());
        assertNull(statement.sector());
        assertEquals(
                Map.of(Stage.GROUNDBREAKING, new StatedDay(LocalDate.of(2021, 1, 1), Precision.YEAR)),
                statement.entries());
        assertEquals(Stage.GROUNDBREAKING, statement.stage());
    }

    @Test
    void a_mapping_to_what_is_not_there_is_refused() {
        assertEquals(
                "The mapping names a field that does not exist: colour.",
                refusal("项目名称,行业\n甲,乙\n", Map.of("行业", "colour")));
        assertTrue(refusal("项目名称,行业\n甲,乙\n", Map.of("产业", "sector")).contains("产业; the heading row has: 项目名称, 行业"));
        assertTrue(
                refusal("项目名称,甲,乙\n甲,乙,丙\n", Map.of("甲", "zone", "乙", "zone")).contains("zone two headings"));
    }

    @Test
    void the_unit_and_currency_may_come_from_the_caller() throws IOException {
        var file = write("项目名称,总投资\n甲,2\n".getBytes(StandardCharsets.UTF_8));

        var reading = ReadRow.all(
                file, new ReadingOptions(List.of(), null, "万元", "美元", Map.of(), Map.of(), AS_OF), statements::add);

        assertEquals(new BigDecimal("20000.00"), statements.get(0).amount());
        assertEquals("USD", statements.get(0).currency());
        assertEquals("万元", reading.headings().get(1).unit());
        assertEquals("USD", reading.headings().get(1).currency());
    }

    @ParameterizedTest(name = "unit {0}, currency {1}")
    @CsvSource({"万人, ", "美元, ", ", 贝壳"})
    void a_unit_or_currency_that_does_not_exist_is_refused(@Nullable String unit, @Nullable String currency)
            throws IOException {
        var file = write("项目名称,总投资\n甲,2\n".getBytes(StandardCharsets.UTF_8));

        assertThrows(
                UnreadableSheet.class,
                () -> ReadRow.all(
                        file,
                        new ReadingOptions(List.of(), null, unit, currency, Map.of(), Map.of(), AS_OF),
                        statements::add));
    }

    @Test
    void the_heading_row_is_looked_for_in_thirty_rows() throws IOException {
        read("x\n".repeat(29) + "项目名称,行业\n甲,乙\n", Map.of());

        assertEquals(31, statements.get(0).row());
        assertTrue(refusal("x\n".repeat(30) + "项目名称,行业\n甲,乙\n", Map.of()).contains("first 30 rows"));
    }
}
