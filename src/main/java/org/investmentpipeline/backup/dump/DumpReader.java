package org.investmentpipeline.backup.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.investmentpipeline.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a dump line by line and validates it completely: any deviation from the format is refused with its line. */
public final class DumpReader {
    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final ObjectMapper OBJECTS = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final DumpSchema schema;
    private final Rows taker;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** A consumer of rows. */
    @FunctionalInterface
    public interface Rows {
        void take(KeptTable table, long line, List<@Nullable Object> values);
    }

    /**
     * The summary of a dump.
     *
     * @param at the time of its start
     * @param knownAt the last moment of knowledge in it
     * @param rows the number of its rows
     */
    public record Summary(Instant at, Instant knownAt, long rows, String hash) {}

    private DumpReader(DumpSchema schema, Rows taker) {
        this.schema = schema;
        this.taker = taker;
    }

    /** Reads a whole dump, which must have this schema. */
    public static Summary read(Path file, DumpSchema schema, Rows taker) throws IOException {
        try (var lines = new TextLines(file)) {
            return new DumpReader(schema, taker).read(lines);
        }
    }

    private Summary read(TextLines lines) throws IOException {
        var header = object(lines, lines.next());
        checkHeader(lines, header);
        var at = moment(lines, header, "at");
        var knownAt = moment(lines, header, "knownAt");
        var line = lines.next();
        for (var table : schema.tables()) {
            checkTable(lines, object(lines, line), table);
            line = readRows(lines, table);
        }
        var hash = lines.hashBefore();
        checkEnd(lines, object(lines, line), hash);
        if (!lines.isAtEnd()) {
            throw DumpFault.at(lines.number() + 1, "is after the end of the dump", "位于转储结尾之后");
        }
        return new Summary(
                at, knownAt, counts.values().stream().mapToLong(Long::longValue).sum(), hash);
    }

    /** Returns the line after the last row. */
    private String readRows(TextLines lines, KeptTable table) throws IOException {
        var count = 0L;
        var line = lines.next();
        while (line.startsWith("[")) {
            taker.take(table, lines.number(), row(lines, table, line));
            count++;
            line = lines.next();
        }
        counts.put(table.name(), count);
        return line;
    }

    private static List<@Nullable Object> row(TextLines lines, KeptTable table, String line) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        try (var json = JSON.createParser(line)) {
            json.nextToken();
            for (var column : table.columns()) {
                json.nextToken();
                values.add(value(lines, column, json));
            }
            if (json.nextToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw notARow(lines, table);
            }
            return values;
        } catch (JsonProcessingException unreadable) {
            throw notARow(lines, table);
        }
    }

    private static @Nullable Object value(TextLines lines, KeptTable.Column column, JsonParser json)
            throws IOException {
        try {
            return column.kind().parse(json);
        } catch (IllegalArgumentException other) {
            throw DumpFault.at(
                    lines.number(),
                    "'%s' is not %s, as expected in the column %s",
                    "“%s”不是列 %3$s 所要求的 %2$s",
                    DumpFault.shortened(json.getText()),
                    column.kind().expected(),
                    column.name());
        }
    }

    private static Problem notARow(TextLines lines, KeptTable table) {
        return DumpFault.at(
                lines.number(),
                "is not a JSON array of the %d columns of %s",
                "不是 %2$s 的 %1$d 列的 JSON 数组",
                table.columns().size(),
                table.name());
    }

    private void checkHeader(TextLines lines, JsonNode header) {
        refuseUnlessOf(lines, header, Set.of("format", "version", "schema", "at", "knownAt"));
        if (!header.get("format").asText().equals(DumpLines.FORMAT)
                || !header.get("version").isInt()
                || header.get("version").asInt() != DumpLines.VERSION) {
            throw DumpFault.at(
                    lines.number(),
                    "expected the format %s, version %d",
                    "应为格式 %s，版本 %d",
                    DumpLines.FORMAT,
                    DumpLines.VERSION);
        }
        var written = header.get("schema").asText();
        if (!written.equals(schema.version())) {
            throw DumpFault.at(
                    lines.number(),
                    "the dump has version %s of the schema, but this service %s; restore it with the release that"
                            + " wrote it, and upgrade that",
                    "转储的数据库结构版本为 %s，而本服务为 %s；请用写出该转储的版本恢复，再行升级",
                    DumpFault.shortened(written),
                    schema.version());
        }
    }

    private static Instant moment(TextLines lines, JsonNode header, String name) {
        try {
            return Instant.parse(header.get(name).asText());
        } catch (DateTimeException unreadable) {
            throw DumpFault.at(lines.number(), "%s is not a moment", "%s 不是时刻", name);
        }
    }

    private static void checkTable(TextLines lines, JsonNode found, KeptTable table) {
        refuseUnlessOf(lines, found, Set.of("table", "columns"));
        if (!found.get("table").asText().equals(table.name())) {
            throw DumpFault.at(
                    lines.number(),
                    "expected the table %s, found '%s'",
                    "应为表 %s，实为“%s”",
                    table.name(),
                    DumpFault.shortened(found.get("table").asText()));
        }
        if (!found.get("columns").equals(OBJECTS.valueToTree(table.names()))) {
            throw DumpFault.at(
                    lines.number(),
                    "expected the columns %s of %s",
                    "表 %2$s 的列应为 %1$s",
                    String.join(", ", table.names()),
                    table.name());
        }
    }

    private void checkEnd(TextLines lines, JsonNode end, String hash) {
        refuseUnlessOf(lines, end, Set.of("rows", "sha256"));
        if (!end.get("rows").toString().equals(OBJECTS.valueToTree(counts).toString())) {
            throw DumpFault.at(lines.number(), "has a wrong number of rows", "所述行数与实际不符");
        }
        if (!end.get("sha256").asText().equals(hash)) {
            throw DumpFault.at(
                    lines.number(),
                    "the SHA-256 of all previous lines is %s, not the stated one: the dump was changed",
                    "之前各行的 SHA-256 为 %s，与所述不符：转储已被改动",
                    hash);
        }
    }

    private static JsonNode object(TextLines lines, String line) throws IOException {
        try {
            var node = OBJECTS.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            throw noObject(lines);
        }
        throw noObject(lines);
    }

    private static Problem noObject(TextLines lines) {
        return DumpFault.at(lines.number(), "is not a line of a dump", "不是转储中的行");
    }

    private static void refuseUnlessOf(TextLines lines, JsonNode found, Set<String> expected) {
        var names = new TreeSet<String>();
        found.fieldNames().forEachRemaining(names::add);
        if (!names.equals(expected)) {
            throw DumpFault.at(
                    lines.number(),
                    "has the members %s; expected were %s",
                    "含有成员 %s；应为 %s",
                    DumpFault.shortened(String.join(", ", names)),
                    String.join(", ", new TreeSet<>(expected)));
        }
    }
}
