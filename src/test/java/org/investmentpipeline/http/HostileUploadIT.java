package org.investmentpipeline.http;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms that are none, and files that do harm to who unpacks or parses them. */
@QuarkusTest
class HostileUploadIT extends HostileRequests {
    private static final String TYPE = "multipart/form-data; boundary=";

    static Stream<Hostile> requests() {
        return Stream.of(forms(), boundaries(), texts(), archives(), markup(), tables())
                .flatMap(all -> all);
    }

    private static Stream<Hostile> forms() {
        var many = new Form();
        IntStream.range(0, 5_000).forEach(i -> many.text("p" + i, "x"));
        var files = new Form();
        IntStream.range(0, 2_000).forEach(i -> files.file(Form.ledger()));
        return Stream.of(
                of("nothing", 400, () -> new Form().request(TYPE + "B")),
                of("only its end", 400, () -> new Form().ended()),
                of("unterminated", 400, () -> form().request(TYPE + "B")),
                of("the file twice", 400, () -> form().file(Form.ledger()).ended()),
                of(
                        "a text twice",
                        400,
                        () -> form().text("dryRun", "true")
                                .text("dryRun", "true")
                                .ended()),
                of(
                        "the file as a text",
                        400,
                        () -> new Form().text("file", "项目名称").ended()),
                of(
                        "a text as a file",
                        400,
                        () -> form().raw(
                                        "--B\r\nContent-Disposition: form-data; name=\"dryRun\"; filename=\"a\"\r\n\r\ntrue\r\n")
                                .ended()),
                of("an unknown part", 400, () -> form().text("colour", "red").ended()),
                of(
                        "a part of a long name",
                        400,
                        () -> form().text("n".repeat(1_000), "x").ended()),
                of(
                        "a part without a name",
                        400,
                        () -> form().raw("--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n")
                                .ended()),
                of(
                        "a part without a disposition",
                        400,
                        () -> form().raw("--B\r\n\r\nx\r\n").ended()),
                of(
                        "a part of an unknown charset",
                        400,
                        () -> form().raw(
                                        "--B\r\nContent-Disposition: form-data; name=\"unit\"\r\nContent-Type: text/plain; charset=klingon\r\n\r\nx\r\n")
                                .ended()),
                of("5,000 parts", 400, () -> many.ended()),
                of("2,000 files", 400, () -> files.ended()));
    }

    private static Stream<Hostile> boundaries() {
        return Stream.of(
                of("no boundary", 400, () -> form().raw("--B--\r\n").request("multipart/form-data")),
                of("an empty boundary", 400, () -> form().raw("--B--\r\n").request(TYPE)),
                of("another boundary", 400, () -> form().raw("--B--\r\n").request(TYPE + "Z")),
                of(
                        "a boundary of 2,000 characters",
                        415,
                        () -> form().raw("--B--\r\n").request(TYPE + "z".repeat(2_000))),
                of("mixed", 415, () -> form().raw("--B--\r\n").request("multipart/mixed; boundary=B")));
    }

    private static Stream<Hostile> texts() {
        return each(
                part -> form().text(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1))
                        .ended(),
                "413 unit=" + "x".repeat(3_000_000),
                "413 mapping=" + "[".repeat(90_000),
                "413 currency=" + "x".repeat(5_000),
                "400 unit=a\0b",
                "400 dryRun=TRUE",
                "400 onError=ignore'--",
                "400 asOf=0000-00-00",
                "400 asOf=2023-02-30",
                "400 mapping=" + "{\"a\":".repeat(300),
                "400 mapping={\"a\":\"name\",\"a\":\"code\"}",
                "400 mapping=null null",
                "422 unit=\u00ff\u00fe",
                "422 currency=XXX");
    }

    private static Stream<Hostile> archives() {
        var whole = Form.after("", "敌意");
        var crowd = IntStream.range(0, 10_500)
                .boxed()
                .flatMap(i -> Stream.of("x/" + i, ""))
                .toArray(String[]::new);
        return Stream.of(
                of("a bomb in a cell", 422, () -> Form.of(Form.after("", " ".repeat(50 << 20)))),
                of("a bomb beside the sheet", 422, () -> Form.of(Form.zip("xl/bomb.bin", "0".repeat(50 << 20)))),
                of("10,500 files", 422, () -> Form.of(Form.zip(crowd))),
                of("cut in half", 422, () -> Form.of(Arrays.copyOf(whole, whole.length / 2))),
                of("cut by a byte", 422, () -> Form.of(Arrays.copyOf(whole, whole.length - 1))),
                of("no directory", 422, () -> Form.of(Arrays.copyOf(whole, 100))),
                of("nothing packed", 422, () -> Form.of(Form.zip())),
                of("names that climb", 422, () -> Form.of(Form.zip("../../etc/passwd", "x", "..\\..\\x", "x"))),
                of("an absolute name", 422, () -> Form.of(Form.zip("/xl/workbook.xml", "<workbook/>"))));
    }

    private static Stream<Hostile> markup() {
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        var laughs =
                "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
        var attributes =
                IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
        return Stream.of(
                of("an external entity", 422, () -> Form.of(Form.after(outside, "&e;"))),
                of("an external entity in the list of sheets", 422, () -> Form.of(Form.afterInBook(outside))),
                of("a billion laughs", 422, () -> Form.of(Form.after(laughs, "&c;"))),
                of("a document type without entities", 422, () -> Form.of(Form.after("<!DOCTYPE x>", "敌意"))),
                of(
                        "a document type elsewhere",
                        422,
                        () -> Form.of(Form.after("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\">", "敌意"))),
                of("an entity nobody declared", 422, () -> Form.of(Form.after("", "&e;"))),
                of("100,000 attributes", 422, () -> Form.of(Form.workbook("", "<worksheet " + attributes + "/>"))),
                of("50,000 elements deep", 422, () -> Form.of(Form.workbook("", "<a>".repeat(50_000)))),
                of(
                        "an element of a long name",
                        422,
                        () -> Form.of(Form.workbook("", "<" + "a".repeat(500_000) + "/>"))),
                of("no XML", 422, () -> Form.of(Form.workbook("", "\0\1\2"))));
    }

    private static Stream<Hostile> tables() {
        var heading = "项目名称,行业\n";
        return Stream.of(
                of(
                        "16,385 columns",
                        422,
                        () -> Form.of(Form.rows("<row r=\"1\">" + "<c><v>1</v></c>".repeat(16_385) + "</row>"))),
                of("column XFE", 422, () -> Form.of(Form.rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"))),
                of("row -1", 422, () -> Form.of(Form.rows("<row r=\"-1\"><c r=\"A1\"><v>1</v></c></row>"))),
                of("row 1,048,577", 422, () -> Form.of(Form.rows("<row r=\"1048577\"><c r=\"A1048577\"/></row>"))),
                of("50 MB of commas", 422, () -> Form.of(",".repeat(50 << 20).getBytes(StandardCharsets.US_ASCII))),
                of(
                        "50 MB without a comma",
                        422,
                        () -> Form.of("x".repeat(50 << 20).getBytes(StandardCharsets.US_ASCII))),
                of(
                        "a quotation without end",
                        422,
                        () -> Form.of(("\"" + "x".repeat(5 << 20)).getBytes(StandardCharsets.US_ASCII))),
                of("NUL alone", 422, () -> Form.of(new byte[1_000])),
                of("half of UTF-16", 422, () -> Form.of(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'})),
                of("a name of NUL", 422, () -> Form.of((heading + "a\0b,x\n").getBytes(StandardCharsets.UTF_8))),
                of("an old workbook", 422, () -> Form.of(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0})));
    }

    private static Form form() {
        return new Form().file(Form.ledger());
    }

    private static Hostile of(String name, int status, Supplier<byte[]> request) {
        return new Hostile(name, status, request);
    }
}
