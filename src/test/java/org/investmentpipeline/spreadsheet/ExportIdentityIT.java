package org.investmentpipeline.spreadsheet;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Fixtures.department;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.projectList;
import static org.investmentpipeline.support.Fixtures.sector;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.object;
import static org.investmentpipeline.support.Projects.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exported file is a fixed point of the import, and makes equal projects where there are none. */
@QuarkusTest
class ExportIdentityIT {
    private static final String EXPORT = "/api/v1/projects/export";
    private static final int PROJECTS = 40;

    @TempDir
    Path folder = Path.of("");

    /** Texts that a spreadsheet, CSV or XML may take for something else. */
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "=\"0012\"",
            "+86 10",
            "-",
            "@SUM(A1)",
            "'quoted'",
            "''",
            "'0012",
            "007",
            "1E5",
            "1.23457E+11",
            "2023-06-28",
            "TRUE",
            "a;b,c\"d\"",
            "<b>&amp;</b>",
            "_x0041_ und _x000D_",
            "\uD83D\uDE80火箭\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "ＡＢＣ１２３（有限）",
            "مشروع",
            "长".repeat(150));

    @ParameterizedTest(name = "{0}, {1}, as of {2}, seed {3}")
    @CsvSource({"csv, zh, 2024-06-30, 1", "xlsx, en, 2024-06-30, 2", "xlsx, zh, 2023-03-31, 3", "csv, en, , 4"})
    void anExportChangesNothingAndMakesEqualProjects(String format, String lang, @Nullable String day, long seed)
            throws IOException {
        var asOf = day == null ? LocalDate.now().toString() : day;
        var prefix = "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 10) + ".";
        var zone = new Ledger(prefix, new Random(seed)).registered();
        var query = "?zone=" + zone + "&asOf=" + asOf + "&lang=" + lang;
        var file = given().get(EXPORT + query + "&format=" + format).asByteArray();
        var before = rows(query);
        assertFalse(before.isEmpty());

        var known = knownAt();
        var again = imported(file, "asOf", asOf);
        assertEquals(List.of(), again.getList("errors"));
        assertEquals(before.size(), again.getInt("unchanged"));
        assertEquals(before.size(), again.getInt("read"));
        assertEquals(known, knownAt());

        var copy = "Q" + prefix.substring(1);
        var made = imported(replaced(file, prefix, copy, format), "asOf", asOf);
        assertEquals(List.of(), made.getList("errors"));
        assertEquals(before.size(), made.getInt("created"));
        var after = rows(query);
        var originals = new TreeMap<String, List<String>>();
        var copies = new TreeMap<String, List<String>>();
        after.forEach(
                (code, row) -> (code.startsWith(copy) ? copies : originals).put(code.substring(copy.length()), row));
        assertEquals(originals, copies);
    }

    /** The rows of an export without their codes, by code. */
    private static Map<String, List<String>> rows(String query) throws IOException {
        // A sheet does not keep the kind of line breaks.
        var text = new String(given().get(EXPORT + query + "&format=csv").asByteArray(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
        var rows = new HashMap<String, List<String>>();
        try (var records = CsvReader.builder().ofCsvRecord(text)) {
            records.stream()
                    .skip(1)
                    .forEach(row -> rows.put(
                            row.getField(0),
                            row.getFields().subList(1, row.getFields().size())));
        }
        return rows;
    }

    private byte[] replaced(byte[] file, String text, String by, String format) throws IOException {
        if (format.equals("csv")) {
            return replaced(file, text, by);
        }
        var out = new ByteArrayOutputStream();
        var path = Files.write(folder.resolve("export.xlsx"), file);
        try (var in = new ZipFile(path.toFile());
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(replaced(in.getInputStream(entry).readAllBytes(), text, by));
            }
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String text, String by) {
        return new String(bytes, StandardCharsets.UTF_8).replace(text, by).getBytes(StandardCharsets.UTF_8);
    }

    /** Projects of all kinds in a zone of their own. */
    private record Ledger(String prefix, Random random) {
        private static final List<String> STAGES =
                List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");
        private static final List<String> WORDS = List.of("在谈", "签约", "开工", "竣工");
        private static final List<String> DAYS = List.of("2022-0%d-1%d", "2022-0%d", "2022-Q%d", "2022");

        /** The code of the zone. */
        String registered() {
            var zone = zone();
            var sectors = List.of(sector(), sector());
            var lists = List.of(projectList(), projectList(), projectList());
            var department = department();
            var drafts = new ArrayList<Map<String, @Nullable Object>>();
            for (var i = 0; i < PROJECTS; i++) {
                var draft = draft(i);
                draft.put("zone", zone);
                draft.put("sector", sectors.get(i % 2));
                draft.put("department", department);
                drafts.add(draft);
            }
            var ids = json(object("projects", drafts))
                    .post("/api/v1/projects/batch")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getList("projects.id", Long.class);
            imported(sheet(zone), "asOf", "2023-01-31");
            for (var id : ids) {
                change(id, lists);
            }
            return zone;
        }

        private Map<String, @Nullable Object> draft(int i) {
            var hostile = HOSTILE.get(i % HOSTILE.size());
            var draft = object("code", prefix + i, "name", hostile + (i < HOSTILE.size() ? "" : " " + i));
            var stage = random.nextInt(4);
            draft.put("stage", STAGES.get(stage));
            var days = new HashMap<String, String>();
            for (var each = 0; each <= stage; each++) {
                if (random.nextInt(3) > 0) {
                    days.put(
                            STAGES.get(each),
                            "202%d-0%d-1%d".formatted(each / 2, 3 + 4 * (each % 2), random.nextInt(10)));
                }
            }
            draft.put("stages", days);
            if (stage > 0) {
                draft.put("agreement", random.nextBoolean() ? "FORMAL" : "FRAMEWORK");
            }
            if (random.nextInt(4) > 0) {
                draft.put(
                        "investment",
                        object(
                                "amount",
                                new BigDecimal(
                                        random.nextInt(3) == 0 ? "1234567890123.45" : random.nextInt(9999) + ".5"),
                                "currency",
                                random.nextBoolean() ? "USD" : "EUR",
                                "rate",
                                new BigDecimal("7.12345678")));
            }
            if (!hostile.equals("-")) {
                draft.put("investor", object("name", hostile));
                draft.put("leader", hostile.substring(0, Math.min(90, hostile.length())));
                draft.put("nameEn", hostile);
                draft.put("summary", hostile + "\r\n第二行\n" + i);
            }
            draft.put("officer", random.nextBoolean() ? "王五" : null);
            draft.put("origin", random.nextBoolean() ? "FOREIGN" : null);
            draft.put("key", random.nextBoolean());
            draft.put("landArea", random.nextBoolean() ? new BigDecimal("120.5") : null);
            draft.put("jobs", random.nextBoolean() ? random.nextInt(900) : null);
            return draft;
        }

        /** Rows with days of every precision, first days and suspensions. */
        private byte[] sheet(String zone) {
            var lines = new ArrayList<String>();
            lines.add("项目编号,项目名称,所属园区,建设阶段,状态,状态日期,状态原因,洽谈时间,签约时间,开工时间,竣工时间,存续起始,总投资（万元）");
            for (var i = 0; i < PROJECTS / 2; i++) {
                var stage = random.nextInt(4);
                var cells = new ArrayList<>(List.of(prefix + "s" + i, "表" + i, zone, WORDS.get(stage)));
                var suspended = random.nextInt(3) == 0;
                cells.addAll(suspended ? List.of("暂停", "2023-01-15", "=等待") : List.of("", "", ""));
                for (var each = 0; each < 4; each++) {
                    var form = DAYS.get(random.nextInt(4));
                    var shown = form.equals("2022-Q%d")
                            ? form.formatted(each + 1)
                            : form.formatted(2 * each + 1, random.nextInt(10));
                    cells.add(each <= stage && random.nextInt(3) > 0 && (each > 0 || i % 2 == 0) ? shown : "");
                }
                cells.add(i % 2 == 0 ? "" : "2021-12-3" + random.nextInt(2));
                cells.add(random.nextBoolean() ? "12.5" : "");
                lines.add(String.join(",", cells));
            }
            return csv(lines.toArray(String[]::new));
        }

        private void change(long id, List<String> lists) {
            if (random.nextInt(4) == 0) {
                turn(id, "status", "SUSPENDED", "on", "2024-05-1" + random.nextInt(9), "reason", "-原因");
            }
            for (var list : lists) {
                if (random.nextInt(3) == 0) {
                    json(object("on", "2024-0" + (1 + random.nextInt(9)) + "-10", "join", List.of(id)))
                            .post("/api/v1/project-lists/" + list + "/changes");
                }
            }
        }
    }
}
