package org.investmentpipeline.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.Agreement;
import org.investmentpipeline.project.Origin;
import org.investmentpipeline.project.Stage;
import org.investmentpipeline.project.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerReaderTest {

    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    @TempDir
    Path folder = Path.of("");

    private final List<Statement> statements = new ArrayList<>();

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
                List.of(new Statement(
                        4,
                        "HT-001",
                        "高端装备产业园",
                        "华清电子",
                        new BigDecimal("350000000.00"),
                        "CNY",
                        "先进制造",
                        "东城片区",
                        "招商局",
                        Origin.OUT_OF_PROVINCE,
                        Agreement.FRAMEWORK,
                        true,
                        "张三",
                        "李四",
                        new BigDecimal("120.50"),
                        300,
                        "年产10万套",
                        Stage.SIGNED,
                        null,
                        null,
                        Map.of(Stage.SIGNED, StatedDay.exactly(LocalDate.of(2023, 6, 28))),
                        List.of())),
                statements);
    }

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

    @ParameterizedTest(name = "\"{0}\" is {1} and {2}")
    @CsvSource({
        "在建, GROUNDBREAKING, ",
        "Proposed, UNDER_NEGOTIATION, ",
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
        assertEquals(2, error.row());
        assertEquals("开工时间", error.column());
        assertEquals("2023年5月", error.value());
        assertEquals(
                "\"开工时间\" (2023年5月) lies before \"签约时间\" (2023-06-28).",
                error.expected().en());
        assertEquals("“开工时间”（2023年5月）早于“签约时间”（2023-06-28）。", error.expected().zh());
    }

    @Test
    void every_error_of_a_row_is_told() throws IOException {
        read("项目名称,总投资（万元）,状态,是否重点,用地（亩）,就业人数,签约时间\n,9000（美金）,顺利,也许,多,少,昨天\n", Map.of());

        assertEquals(List.of("项目名称", "总投资（万元）", "状态", "签约时间", "是否重点", "用地（亩）", "就业人数"), errorColumns(0));
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
        assertEquals(List.of(3, 6), statements.stream().map(Statement::row).toList());
    }

    @Test
    void a_row_without_a_name_is_refused() throws IOException {
        read("项目名称,行业\n,制造\n", Map.of());

        assertEquals(List.of("项目名称"), errorColumns(0));
        assertNull(statements.get(0).errors().get(0).value());
    }

    @Test
    void a_record_of_several_lines_is_one_row() throws IOException {
        read("项目名称,建设内容\n\"甲\n项目\",\"第一期\n第二期\"\n乙,\n", Map.of());

        assertEquals("甲项目", statements.get(0).name());
        assertEquals("第一期\n第二期", statements.get(0).summary());
        assertEquals(List.of(2, 3), statements.stream().map(Statement::row).toList());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void the_encoding_is_found(String charset) throws IOException {
        readBytes("项目名称,行业\n东风商用车，制造\n甲,先进制造\n".getBytes(Charset.forName(charset)));

        assertEquals("先进制造", statements.get(1).sector());
    }

    @ParameterizedTest(name = "{0} with its byte order mark")
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_settles_the_encoding(String charset) throws IOException {
        readBytes("\uFEFF项目名称\t行业\n甲\t先进制造\n".getBytes(Charset.forName(charset)));

        assertEquals("先进制造", statements.get(0).sector());
    }

    @Test
    void one_byte_that_fits_no_encoding_refuses_the_file() {
        var bytes = ("项目名称,行业\n" + "甲,先进制造\n".repeat(20_000) + "乙,\u00FF").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;

        var refused = assertThrows(UnreadableLedger.class, () -> readBytes(bytes));

        assertEquals(
                "The file is neither UTF-8 nor GB18030 throughout, nor a workbook.",
                refused.reason().en());
        assertEquals(List.of(), statements);
    }

    @ParameterizedTest(name = "separated by \"{0}\"")
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found(String separator) throws IOException {
        read(
                String.join(separator, "项目名称", "总投资（万元）", "行业") + "\n" + String.join(separator, "甲", "\"1,5\"", "乙")
                        + "\n",
                Map.of());

        assertEquals("乙", statements.get(0).sector());
    }

    @Test
    void the_unit_and_currency_may_come_from_the_caller() throws IOException {
        var file = write("项目名称,总投资\n甲,2\n".getBytes(StandardCharsets.UTF_8));

        var reading = LedgerReader.read(file, new ReadingOptions(null, "万元", "美元", Map.of(), AS_OF), statements::add);

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
                UnreadableLedger.class,
                () -> LedgerReader.read(
                        file, new ReadingOptions(null, unit, currency, Map.of(), AS_OF), statements::add));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "行业,地点\n甲,乙\n", "项目名称\n甲\n", "甲,乙\n丙,丁\n", "项目名称,行业\n\"甲,乙\n"})
    void a_file_without_headings_or_with_a_torn_record_is_refused(String content) {
        assertThrows(UnreadableLedger.class, () -> read(content, Map.of()));
    }

    @Test
    @Timeout(20)
    void a_cell_made_to_take_long_is_refused_soon() throws IOException {
        var blanks = " ".repeat(1_000_000);
        var thousands = "1" + ",111".repeat(100_000);

        read("x" + blanks + "x,y\n项目名称,总投资（万元）\n甲" + blanks + "乙,\"" + thousands + "\"\n", Map.of());

        assertEquals(List.of("项目名称", "总投资（万元）"), errorColumns(0));
    }

    @Test
    void the_heading_row_is_looked_for_in_thirty_rows() throws IOException {
        read("x\n".repeat(29) + "项目名称,行业\n甲,乙\n", Map.of());

        assertEquals(31, statements.get(0).row());
        assertTrue(refusal("x\n".repeat(30) + "项目名称,行业\n甲,乙\n", Map.of()).contains("first 30 rows"));
    }

    @Test
    void what_the_consumer_throws_passes_through() {
        assertThrows(
                ArithmeticException.class,
                () -> LedgerReader.read(
                        write("项目名称,行业\n甲,乙\n".getBytes(StandardCharsets.UTF_8)), options(Map.of()), s -> {
                            throw new ArithmeticException();
                        }));
    }

    private static ReadingOptions options(Map<String, @Nullable String> mapping) {
        return new ReadingOptions(null, null, null, mapping, AS_OF);
    }

    private LedgerReading read(String csv, Map<String, @Nullable String> mapping) throws IOException {
        return LedgerReader.read(write(csv.getBytes(StandardCharsets.UTF_8)), options(mapping), statements::add);
    }

    private void readBytes(byte[] bytes) throws IOException {
        LedgerReader.read(write(bytes), options(Map.of()), statements::add);
    }

    private String refusal(String csv, Map<String, @Nullable String> mapping) {
        return assertThrows(UnreadableLedger.class, () -> read(csv, mapping))
                .reason()
                .en();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("ledger"), bytes);
    }

    private List<@Nullable String> errorColumns(int statement) {
        return statements.get(statement).errors().stream()
                .<@Nullable String>map(CellError::column)
                .toList();
    }

    private static String note(LedgerReading reading, int heading) {
        return Objects.requireNonNull(reading.headings().get(heading).note()).en();
    }
}
