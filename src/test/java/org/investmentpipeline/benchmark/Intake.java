package org.investmentpipeline.benchmark;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.investmentpipeline.benchmark.Reader.WrongAnswer;
import org.investmentpipeline.support.SignedIn;

/** Projects coming in, each time into an empty database: a ledger as a spreadsheet, and drafts by the thousand. */
final class Intake {
    private static final int DRAFTS = 1_000;
    private static final int BATCHES = 10;

    private Intake() {}

    /** Rows of a CSV taken over in a second. */
    static double imported(Edition edition, int rows) throws Exception {
        try (var service = edition.install().start()) {
            var start = System.nanoTime();
            into(service.port(), rows);
            var taken = System.nanoTime() - start;
            holds(service.port(), rows);
            return rows * 1e9 / taken;
        }
    }

    /** Imports a CSV. */
    static void into(int port, int rows) {
        var ledger = csv(rows).getBytes(StandardCharsets.UTF_8);
        var answer = to(port).multiPart("file", "ledger.csv", ledger, "text/csv")
                .multiPart("createMissing", "true")
                .post("/imports");
        expect(200, answer.statusCode(), answer.asString());
    }

    /** Drafts registered in a second: by the first batch of a service just started, and by all ten. */
    static List<Double> registered(Edition edition) throws Exception {
        try (var service = edition.install().start()) {
            var taken = new long[BATCHES];
            for (var batch = 0; batch < BATCHES; batch++) {
                var body = batch(batch * DRAFTS);
                var start = System.nanoTime();
                var answer = to(service.port())
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/projects/batch");
                taken[batch] = System.nanoTime() - start;
                expect(201, answer.statusCode(), answer.asString());
            }
            holds(service.port(), BATCHES * DRAFTS);
            var all = Arrays.stream(taken).sum();
            return List.of(DRAFTS * 1e9 / taken[0], BATCHES * DRAFTS * 1e9 / all);
        }
    }

    private static RequestSpecification to(int port) {
        return given().baseUri("http://127.0.0.1")
                .port(port)
                .basePath("/api/v1")
                .header("Authorization", SignedIn.bearer(port))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static void expect(int expected, int status, String body) {
        if (status != expected) {
            throw new WrongAnswer("answers %d %s".formatted(status, body));
        }
    }

    /** The figures must show what came in. */
    private static void holds(int port, int rows) {
        var total = to(port).get("/totals")
                .jsonPath()
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
        var count = new BigDecimal(total.getString("total.count"));
        var investment = new BigDecimal(total.getString("total.investment"));
        var expected = IntStream.range(0, rows).mapToObj(Intake::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (count.intValueExact() != rows || investment.compareTo(expected) != 0) {
            throw new WrongAnswer(
                    "%d rows of %s came in, but the totals are %s of %s".formatted(rows, expected, count, investment));
        }
    }

    /** In yuan, whole 万元. */
    private static BigDecimal amount(int row) {
        return BigDecimal.valueOf(10_000L * (100 + row % 20_000));
    }

    private static String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "%s,测试项目%d,企业%d,%d,产业%d,园区%d,责任局%d,省外,正式,%s"
                        .formatted(
                                code(row), row, row / 4, 100 + row % 20_000, row % 22, row % 20, row % 30, stages(row)))
                .collect(Collectors.joining(
                        "\n", "项目编号,项目名称,投资方,总投资（万元）,所属产业,所属园区,责任单位,资金来源,协议类型,项目阶段,洽谈时间,签约时间,开工时间\n", "\n"));
    }

    /** Half are signed, half under construction. */
    private static String stages(int row) {
        var year = 2010 + row % 14;
        var signed = "%d-03-15,%d-08-20".formatted(year - 1, year);
        return row % 2 == 0 ? "签约,%s,".formatted(signed) : "在建,%s,%d-10-08".formatted(signed, year);
    }

    private static String batch(int first) {
        return IntStream.range(first, first + DRAFTS)
                .mapToObj(Intake::draft)
                .collect(Collectors.joining(",", "{\"projects\":[", "]}"));
    }

    private static String draft(int row) {
        return """
                {"code":"%s","name":"测试项目%d","stage":"SIGNED","stages":{"UNDER_NEGOTIATION":"2022-03-15",\
                "SIGNED":"2023-08-20"},"sector":"new-energy","agreement":"FORMAL","origin":"OUT_OF_PROVINCE",\
                "investor":{"name":"企业%d"},"investment":{"amount":%s}}""".formatted(code(row), row, row / 4, amount(row).toPlainString());
    }

    private static String code(int row) {
        return "I-%07d".formatted(row);
    }
}
