package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;
import static org.investmentpipeline.support.Fixtures.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.investmentpipeline.support.Administered;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.ReplayScale;
import org.investmentpipeline.support.TestDatabase;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise of a move: a random history goes from the embedded database to PostgreSQL and back into a new file, and all three
 * services answer the same, to the last byte, whatever day and moment of knowledge they are asked for.
 */
@Tag("packaged")
class MovedLedgerIT {
    private static final int HAPPENINGS_LATER = ReplayScale.of(40);
    private static final int ASKINGS = ReplayScale.few(300);
    private static final int QUESTIONS = ReplayScale.few(500);
    private static final int LISTS = ReplayScale.few(300);
    private static final int CLIENTS = 4;
    private static final Map<String, String> OFTEN = Map.of("PIPELINE_AUDIT_SEAL_EVERY", "1s");

    static LongStream seeds() {
        return ReplayScale.seeds(20231130);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerIsTheSameAfterTheMoveAndAfterTheMoveBack(long seed) throws Exception {
        var random = new Random(seed);
        try (var embedded = embedded();
                var server = PackagedService.start(
                        Packages.postgresql(), with(Packages.environment(PostgresServer.newDatabase())));
                var again = embedded()) {
            var history = WholeHistory.in(embedded, random);
            var first = new Administered(embedded);
            awaitSeals(first);

            var dump = first.dump();
            var second = moved(dump, server, first.token());
            var third = moved(second.dump(), again, first.token());

            assertSameRows(dump, second.dump());
            assertSameRows(dump, third.dump());
            assertSameAnswers(addresses(history, random), List.of(first, second, third));
            List.of(first, second, third).forEach(MovedLedgerIT::assertTrailIsIntact);
            assertEquals(422, second.backup().statusCode(), "PostgreSQL has pg_dump");
            for (var service : List.of(server, again)) {
                goOn(service, history.ground(), random);
            }
            List.of(second, third).forEach(MovedLedgerIT::assertTrailIsIntact);
        }
    }

    private static PackagedService embedded() throws IOException, InterruptedException {
        var directory = TestDatabase.newDirectory().toString();
        return PackagedService.start(Packages.h2(), with(Map.of("PIPELINE_DATA_DIR", directory)));
    }

    private static Map<String, String> with(Map<String, String> settings) {
        var all = new HashMap<>(OFTEN);
        all.putAll(settings);
        return all;
    }

    /** The service that a dump has moved to, asked by a token of where it came from. */
    private static Administered moved(Path dump, PackagedService service, String token) throws IOException {
        var empty = new Administered(service);
        // Whoever asks for the present moves the clock of the empty ledger beyond that of the dump.
        var now = Instant.now().minusMillis(1);
        assertEquals(200, empty.get("/api/v1/totals?knownAt=" + now).statusCode());
        var restored = empty.restore(dump);
        assertEquals(200, restored.statusCode(), restored.body());
        return new Administered(service.port(), token);
    }

    private static void awaitSeals(Administered service) throws Exception {
        Eventually.within(
                Duration.ofSeconds(30),
                "the trail is sealed",
                () -> service.get("/api/v1/audit/verify").body().contains("\"unsealed\":0,"));
    }

    /** But for what was done since to the database as a whole, which is in the audit trail with its seals. */
    private static void assertSameRows(Path dump, Path later) throws IOException {
        var rows = rows(dump, Long.MAX_VALUE);
        var seals = rows.stream().filter(row -> row.startsWith("audit_seal ")).count();
        assertEquals(String.join("\n", rows(dump, seals)), String.join("\n", rows(later, seals)));
    }

    /** The rows with their tables, and of the seals only so many. */
    private static List<String> rows(Path dump, long seals) throws IOException {
        var rows = new ArrayList<String>();
        var table = "";
        for (var line : Files.readAllLines(dump)) {
            table = line.startsWith("{\"table\"") ? line.replaceAll("^\\{\"table\":\"(\\w+)\".*", "$1") : table;
            var isOfDatabase = table.equals("audit_entry") && line.contains(",\"DATABASE\",");
            var isLaterSeal = table.equals("audit_seal") && rows.size() > 0 && countOf(table, rows) >= seals;
            if (line.startsWith("[") && !isOfDatabase && !isLaterSeal) {
                rows.add(table + " " + line);
            }
        }
        return rows;
    }

    private static long countOf(String table, List<String> rows) {
        return rows.stream().filter(row -> row.startsWith(table + " ")).count();
    }

    private static List<String> addresses(WholeHistory history, Random random) {
        var ground = history.ground();
        var addresses = new LinkedHashSet<String>();
        for (var i = 0; i < ASKINGS; i++) {
            addresses.addAll(
                    Asking.random(ground, history.moments(), random).figures().values());
        }
        for (var i = 0; i < QUESTIONS; i++) {
            addresses.add(Question.random(ground, random).address(clocks(history, random)));
        }
        for (var i = 0; i < LISTS; i++) {
            var parameters = new LinkedHashMap<String, Object>(Question.filter(ground, random));
            parameters.putAll(clocks(history, random));
            parameters.put("limit", 1 + random.nextInt(100));
            parameters.put("sort", oneOf(random, List.of("id", "name", "-name", "-investment,name")));
            addresses.add(Client.address(Projects.PATH, parameters));
        }
        for (var project : history.projects()) {
            List.of("", "/timeline", "/history").forEach(of -> addresses.add(Projects.PATH + "/" + project + of));
        }
        List.of("sectors", "zones", "departments", "exchange-rates", "size-tiers", "users", "tokens", "me", "totals")
                .forEach(catalogue -> addresses.add("/api/v1/" + catalogue));
        return List.copyOf(addresses);
    }

    /** Sometimes as of now, as whoever asks without them. */
    private static Map<String, Object> clocks(WholeHistory history, Random random) {
        return random.nextInt(5) == 0
                ? Map.of()
                : Map.of("asOf", history.ground().day(random), "knownAt", oneOf(random, history.moments()));
    }

    private static void assertSameAnswers(List<String> addresses, List<Administered> services) {
        assertTrue(addresses.size() >= ReplayScale.few(2_000), () -> "only " + addresses.size());
        var differing = Collections.synchronizedList(new ArrayList<String>());
        AtOnce.each(CLIENTS, addresses, address -> {
            var answers = services.stream()
                    .map(service -> answer(service, address))
                    .distinct()
                    .toList();
            if (answers.size() > 1) {
                differing.add(address + "\n" + String.join("\n", answers));
            }
        });
        assertTrue(differing.isEmpty(), () -> differing.size() + " differ, such as\n" + differing.get(0));
    }

    private static String answer(Administered service, String address) {
        var answer = service.get(address);
        assertTrue(answer.statusCode() == 200, () -> address + " answers " + answer.body());
        return answer.headers().firstValue("ETag").orElse("no ETag") + " " + answer.body();
    }

    private static void assertTrailIsIntact(Administered service) {
        var verified = service.get("/api/v1/audit/verify").body();
        assertTrue(verified.contains("\"intact\":true"), verified);
    }

    /** Work goes on where it ended: numbers of rows, chains, sums and versions fit. */
    private static void goOn(PackagedService service, Ground ground, Random random) {
        RestAssured.port = service.port();
        var client = new Client(service.port());
        client.post(Projects.PATH, Map.of("name", "迁移之后")).expecting(201);
        var ledger = new RandomLedger(client, ground, new Replay());
        for (var i = 0; i < HAPPENINGS_LATER; i++) {
            ledger.step(random, true);
        }
        json(Map.of("code", "after-the-move", "name", Map.of("zh", "新片区")))
                .post("/api/v1/zones")
                .then()
                .statusCode(201);
        client.put("/api/v1/size-tiers", WholeHistory.tiers()).expecting(200);
        Users.bearer(Users.user(List.of("VIEWER")));
        var total = client.get("/api/v1/totals?status=ACTIVE").at("/total");
        var listed = client.follow(total.at("/projects").asText(), 200);
        assertEquals(total.at("/count").asInt(), listed.count());
    }
}
