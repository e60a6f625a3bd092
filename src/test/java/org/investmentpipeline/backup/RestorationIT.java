package org.investmentpipeline.backup;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.support.Administered;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.ReplayScale;
import org.investmentpipeline.support.SharedService;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is no whole dump is refused with its line, and what a database has is never replaced; either way it stays as it was. */
@Tag("packaged")
class RestorationIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final String HUGE = "x".repeat(3 << 20);

    /** The limit of other bodies, in MB: by day less than that of an installation. */
    private static final int LIMIT = ReplayScale.isFull() ? 128 : 8;

    private static final int LARGER_THAN_OTHER_BODIES = (LIMIT + 2) << 20;

    /** Each with the line that the refusal has to name, or a part of its sentence. */
    private static final Map<String, UnaryOperator<String>> DAMAGES = damages();

    private static Map<String, UnaryOperator<String>> damages() {
        var damages = new LinkedHashMap<String, UnaryOperator<String>>();
        damages.put("is truncated", dump -> dump.substring(0, dump.length() / 2));
        damages.put("line 1", dump -> "");
        damages.put("SHA-256", dump -> dump.replaceFirst("\"name-of-a-zone\"", "\"name-of-b-zone\""));
        damages.put("after the end", dump -> dump + dump);
        damages.put("found 'sectors'", dump -> dump.replace("{\"table\":\"sector\"", "{\"table\":\"sectors\""));
        damages.put("expected the columns id", dump -> dump.replace("\"land_area\"", "\"land\""));
        damages.put("99", dump -> dump.replaceFirst("\"schema\":\"[^\"]*\"", "\"schema\":\"99\""));
        damages.put("version 1", dump -> dump.replace("\"version\":1,", "\"version\":2,"));
        damages.put("line 3", dump -> dump.replaceFirst("\n\\[1,", "\n[\"" + HUGE + "\","));
        damages.put("the column name_zh", dump -> dump.replace("name-of-a-zone", "name\\u0000of"));
        damages.put("columns of zone", dump -> dump.replaceFirst("(name-of-a-zone\",true,\\d+)\\]", "$1,1]"));
        damages.put("not a line", dump -> dump.replaceFirst("\n", "\n\n"));
        damages.put(
                "number of rows",
                dump -> dump.replace("{\"rows\":{\"ledger_clock\":1", "{\"rows\":{\"ledger_clock\":2"));
        damages.put("constraint of the database", RestorationIT::withAStranger);
        return damages;
    }

    /** A position of a project that is not there, as somebody writes it who knows to count and to hash. */
    private static String withAStranger(String dump) {
        var changed = dump.replaceFirst("(\\{\"table\":\"position\".*\n\\[\\d+,)\\d+,", "$1999999,");
        var end = changed.lastIndexOf("\n", changed.length() - 2) + 1;
        var digest = Hash.digest().digest(changed.substring(0, end).getBytes(StandardCharsets.UTF_8));
        return changed.substring(0, end)
                + changed.substring(end).replaceFirst("\"sha256\":\"\\w+\"", "\"sha256\":\"" + Hash.hex(digest) + "\"");
    }

    @Test
    void whatIsNoWholeDumpChangesNothingAndAUsedDatabaseIsNotReplaced() throws Exception {
        var file = dumpOfAProject();
        var dump = Files.readString(file);
        var other = Files.writeString(TestDatabase.newDirectory().resolve("other.ndjson"), "");
        for (var edition : List.of(Packages.h2(), Packages.postgresql())) {
            try (var service = PackagedService.start(edition, emptyDatabase(edition))) {
                var administrator = new Administered(service);
                assertDamagesAreRefused(administrator, dump);
                assertDumpsMayBeLargerThanAnyOtherBody(administrator);

                var restored = restoredBesideHalfABody(service, administrator, file);
                assertEquals(200, restored.statusCode(), restored.body());
                assertEquals(401, administrator.get("/api/v1/me").statusCode(), "who asked for it is of the past");

                var again = new Administered(service);
                assertEquals(restored.body(), again.restore("move", file).body(), "under its key it is done once");
                assertEquals(422, again.restore("move", other).statusCode(), "another dump under that key");
                assertIsNotReplaced(again, dump);
            }
        }
    }

    /** A request whose body is still on its way does no work, so nobody waits for it. */
    private static HttpResponse<String> restoredBesideHalfABody(
            PackagedService service, Administered administrator, Path file) throws Exception {
        try (var half = new Socket("127.0.0.1", service.port())) {
            var out = half.getOutputStream();
            out.write("""
                    POST /api/v1/projects HTTP/1.1\r
                    Host: localhost\r
                    Authorization: %s\r
                    Content-Type: application/json\r
                    Content-Length: 4000000\r
                    \r
                    """.formatted(SignedIn.bearer(service.port())).getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[150_000]);
            out.flush();
            return administrator.restore("move", file);
        }
    }

    private static void assertDamagesAreRefused(Administered service, String dump) {
        DAMAGES.forEach((sign, damage) -> assertRefused(service, damage.apply(dump), sign));
        var halfWidth = service.restore(BodyPublishers.ofString(dump, StandardCharsets.UTF_16), NDJSON);
        assertEquals(422, halfWidth.statusCode(), halfWidth.body());
        var asJson = service.restore(BodyPublishers.ofString(dump), "application/json");
        assertEquals(415, asJson.statusCode(), asJson.body());
        assertTrue(service.get("/api/v1/projects").body().contains("\"items\":[]"), "nothing was taken over");
    }

    private static void assertIsNotReplaced(Administered service, String dump) {
        var before = service.get("/api/v1/projects").body();
        var refused = service.restore(dump);
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("/problems/not-empty"), refused.body());
        assertTrue(refused.body().contains("\"field\":\"project\""), refused.body());
        assertEquals(before, service.get("/api/v1/projects").body());
        var verified = service.get("/api/v1/audit/verify").body();
        assertTrue(verified.contains("\"intact\":true"), verified);
        assertTrue(service.get("/api/v1/audit?kind=DATABASE").body().contains("RESTORED"));
    }

    private static Map<String, String> emptyDatabase(Path edition) {
        var settings = new HashMap<>(
                edition.equals(Packages.h2())
                        ? Map.of(
                                "PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString())
                        : Packages.environment(PostgresServer.newDatabase()));
        settings.put("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", LIMIT + "M");
        return settings;
    }

    private static Path dumpOfAProject() throws Exception {
        var service = SharedService.h2().service();
        var client = new Client(service.port());
        client.post("/api/v1/zones", Map.of("code", "zone", "name", Map.of("zh", "name-of-a-zone")))
                .expecting(201);
        client.post("/api/v1/projects", Map.of("name", "迁移", "zone", "zone")).expecting(201);
        return new Administered(service).dump();
    }

    private static void assertRefused(Administered service, String damaged, String sign) {
        var answer = service.restore(damaged);

        assertEquals(422, answer.statusCode(), () -> sign + ": " + answer.body());
        assertTrue(answer.body().contains("/problems/dump-refused"), answer.body());
        assertTrue(answer.body().contains("\"field\":\"line "), answer.body());
        assertTrue(answer.body().contains(sign), () -> sign + ": " + answer.body());
    }

    /** It is read, and refused for what it says, whether its length is stated or not. */
    private static void assertDumpsMayBeLargerThanAnyOtherBody(Administered service) {
        var large = new byte[LARGER_THAN_OTHER_BODIES];

        var stated = service.restore(BodyPublishers.ofByteArray(large), NDJSON);
        var chunked = service.restore(
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new ByteArrayInputStream(large), new ByteArrayInputStream(new byte[0]))),
                NDJSON);

        assertEquals(422, stated.statusCode(), stated.body());
        assertEquals(422, chunked.statusCode(), chunked.body());
    }

    @Test
    void firstPasswordsThatAreReplacedAreForgottenAndThoseThatComeAreNotForStrangers() throws Exception {
        var source = TestDatabase.newDirectory();
        var guessable = "";
        try (var service = PackagedService.start(Packages.h2(), random(source))) {
            guessable = Files.readString(new Administered(service.port(), firstToken(service, source)).dump());
        }
        var target = TestDatabase.newDirectory();
        try (var service = PackagedService.start(Packages.h2(), random(target))) {
            var restored = new Administered(service.port(), firstToken(service, target)).restore(guessable);
            assertEquals(200, restored.statusCode(), restored.body());
            assertFalse(Files.exists(target.resolve("admin-password.txt")), "of no more use");
            assertFalse(firstToken(service, source).isEmpty(), "the password of the dump holds");
        }
        var listening = new HashMap<>(emptyDatabase(Packages.h2()));
        listening.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        try (var service = PackagedService.start(Packages.h2(), listening)) {
            var administrator = new Administered(service);
            var refused = administrator.restore(guessable);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("first start"), refused.body());
            assertEquals(200, administrator.get("/api/v1/me").statusCode(), "nothing was changed");
        }
    }

    private static Map<String, String> random(Path data) {
        return Map.of("PIPELINE_DATA_DIR", data.toString(), "PIPELINE_ADMIN_PASSWORD", "");
    }

    private static String firstToken(PackagedService service, Path data) throws Exception {
        var file = data.resolve("admin-password.txt");
        return requireNonNull(
                SignedIn.token(service.port(), "admin", Files.readString(file).strip()));
    }
}
