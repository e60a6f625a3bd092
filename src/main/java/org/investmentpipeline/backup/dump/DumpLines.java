package org.investmentpipeline.backup.dump;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.investmentpipeline.input.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a dump: a header, for each table a line with its columns and one for each row, and at the end
 * the number of rows and the SHA-256 of all lines before it, so that a truncated or changed dump is detected.
 */
final class DumpLines {
    static final String FORMAT = "investment-pipeline-dump";
    static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final MessageDigest digest = Hash.digest();
    private final JsonGenerator json;
    private final Map<String, Long> rows = new LinkedHashMap<>();

    DumpLines(OutputStream out) throws IOException {
        json = JSON.createGenerator(new DigestOutputStream(out, digest), JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    void begin(String schema, Instant at, Instant knownAt) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeStringField("schema", schema);
        json.writeStringField("at", at.toString());
        json.writeStringField("knownAt", knownAt.toString());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void table(KeptTable table) throws IOException {
        rows.put(table.name(), 0L);
        json.writeStartObject();
        json.writeStringField("table", table.name());
        json.writeArrayFieldStart("columns");
        for (var name : table.names()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void row(KeptTable table, List<@Nullable Object> values) throws IOException {
        rows.merge(table.name(), 1L, Long::sum);
        json.writeStartArray();
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value == null) {
                json.writeNull();
            } else {
                table.columns().get(i).kind().write(json, value);
            }
        }
        json.writeEndArray();
        json.writeRaw('\n');
    }

    void end() throws IOException {
        json.flush();
        var hash = Hash.hex(digest.digest());
        json.writeStartObject();
        json.writeObjectFieldStart("rows");
        for (var each : rows.entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeStringField("sha256", hash);
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
