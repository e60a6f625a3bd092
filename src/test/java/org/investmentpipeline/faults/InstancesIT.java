package org.investmentpipeline.faults;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two instances of the PostgreSQL edition, as it is packaged, on one database: they are one service, of which one half may fail.
 * {@code faults.rounds} says how often it does. While clerks write through both, a third instance, which counts in the database, and
 * both of them are asked random questions about figures ({@code figures.questions}): at one moment of knowledge all answers are equal.
 */
@Tag("packaged")
class InstancesIT {
    private static final int CLERKS = 6;
    private static final int PAIRS = 5;
    private static final String WELL = "/q/health/well";
    private static final int FREE_FAILURES = 5;
    private static final int QUESTIONS_OF_A_ROUND =
            Math.max(1, Integer.getInteger("figures.questions", 400) / (5 * DatabaseFaultsIT.ROUNDS));
    private static final Duration SOON = Duration.ofSeconds(30);

    /** At the last moment of knowledge of either, each figure, of which some are sums, some scans. */
    private static final List<String> QUESTIONS = List.of(
            "/totals?by=stage,size&",
            "/totals?by=stage,sector,origin&",
            "/flows?period=%1$s&interval=month&by=stage&",
            "/bridge?period=%1$s&",
            "/conversion?signedIn=%1$s&",
            "/lead-times?from=UNDER_NEGOTIATION&to=SIGNED&period=%1$s&");

    private final Map<String, String> settings = new HashMap<>(Packages.environment(PostgresServer.newDatabase()));

    InstancesIT() {
        settings.put("PIPELINE_FIGURES_COMPARE_EVERY", "2s");
        settings.put("PIPELINE_FIGURES_COMPARE_AFTER", "2s");
        settings.put("PIPELINE_AUDIT_SEAL_EVERY", "1s");
    }

    private PackagedService start() throws Exception {
        return PackagedService.start(Packages.postgresql(), settings);
    }

    /** An instance whose columns have no room: the database counts its figures. */
    private PackagedService startWithoutColumns() throws Exception {
        var without = new HashMap<>(settings);
        without.put("PIPELINE_FIGURES_MEMORY", "1");
        return PackagedService.start(Packages.postgresql(), without);
    }

    @Test
    void twoInstancesAreOneServiceAndTheOtherGoesOnWhenOneIsKilled() throws Exception {
        Packages.postgresql();
        var services = AtOnce.<PackagedService>all(
                List.<Callable<PackagedService>>of(this::start, this::start, this::startWithoutColumns));
        var clients = new CopyOnWriteArrayList<>(
                services.stream().map(each -> new Client(each.port())).toList());
        try {
            shareWhoAsks(clients.get(0), clients.get(1));
            shareTheThrottle(clients.get(0), clients.get(1));
            shareTheCatalogues(clients.get(0), clients.get(1));
            doOnceWhatComesToBoth(clients.get(0), clients.get(1));
            workAndFail(services, clients);
        } finally {
            for (var service : services) {
                service.kill();
            }
        }
    }

    /** The first two are written to and fail in turn; the third one only answers, from the database. */
    private void workAndFail(List<PackagedService> services, List<Client> clients) throws Exception {
        try (var office = new Office(
                        CLERKS, () -> clients.get(ThreadLocalRandom.current().nextInt(2)));
                var figures = new InstanceFigures(20261128, () -> clients)) {
            for (var round = 0; round < DatabaseFaultsIT.ROUNDS; round++) {
                office.awaitMore(80);
                countBy("LOADED", services.get(0), services.get(1));
                countBy("TOO_LARGE", services.get(2));
                figures.awaitMore(QUESTIONS_OF_A_ROUND / 2);

                var killed = round % 2;
                services.get(killed).kill();
                office.awaitTroubles(CLERKS, FaultLoadClient::unanswered);
                office.awaitMore(80);
                comparesAndSealsOn(services.get(1 - killed), clients.get(1 - killed));
                services.set(killed, start());
                clients.set(killed, new Client(services.get(killed).port()));
                countBy("LOADED", services.get(killed));
                figures.awaitMore(QUESTIONS_OF_A_ROUND / 2);
            }
            office.endWork();
            figures.end();

            answerAlike(clients.get(0), clients.get(1));
            office.findsAllAcknowledged(clients.get(0));
        }
    }

    private static void countBy(String columns, PackagedService... services) throws Exception {
        for (var service : services) {
            Eventually.within(
                    SOON, "columns " + columns, () -> service.get(WELL).body().contains(columns));
        }
    }

    /** A token given by one holds for the other at once, and ends for both. */
    private static void shareWhoAsks(Client first, Client second) {
        var given = first.as(SignedIn.basic("admin", SignedIn.PASSWORD))
                .post(Users.TOKENS, Map.of("name", "shared"))
                .expecting(201);
        var bearer = "Bearer " + given.at("/token").asText();
        second.as(bearer).get("/api/v1/me").expecting(200);

        second.delete(Users.TOKENS + "/" + given.at("/id").asLong()).expecting(204);
        first.as(bearer).get("/api/v1/me").expecting(401);
    }

    /** Failures are counted across both: those by one slow down the next by the other. */
    private static void shareTheThrottle(Client first, Client second) {
        for (var failure = 0; failure < FREE_FAILURES; failure++) {
            guess(failure % 2 == 0 ? first : second).expecting(401);
        }
        var next = Stream.of(first, second, first, second)
                .map(client -> guess(client).status())
                .toList();
        assertTrue(next.contains(429), next::toString);
    }

    private static Answer guess(Client client) {
        return client.as(SignedIn.basic("somebody", "a guess")).post(Users.TOKENS, Map.of("name", "guessed"));
    }

    /** What one adds to a catalogue, the other knows in the next request. */
    private static void shareTheCatalogues(Client first, Client second) {
        for (var pair = 0; pair < PAIRS; pair++) {
            var zone = Fixtures.code("zone");
            first.post("/api/v1/zones", Fixtures.draft(zone)).expecting(201);
            var project = second.post(PATH, draft("zone", zone))
                    .expecting(201)
                    .at("/id")
                    .asLong();
            assertEquals(
                    zone,
                    first.get(PATH + "/" + project).expecting(200).at("/zone").asText());
            second.delete(PATH + "/" + project).expecting(204);
        }
    }

    /** The same request under the same key to both at the same moment is done once, and neither is told of a failure. */
    private static void doOnceWhatComesToBoth(Client first, Client second) {
        for (var pair = 0; pair < PAIRS; pair++) {
            var key = Fixtures.code("both");
            var draft = draft("name", key);
            var answers = AtOnce.<Answer>all(
                    List.<Callable<Answer>>of(() -> first.post(PATH, draft, key), () -> second.post(PATH, draft, key)));
            var made = answers.stream().filter(each -> each.status() == 201).toList();
            var late = answers.stream().filter(each -> each.status() == 409).toList();
            assertEquals(2, made.size() + late.size(), answers::toString);
            assertEquals(1, made.stream().filter(each -> !each.replayed()).count(), answers::toString);
            assertTrue(late.stream().allMatch(each -> each.at("/type").asText().equals("/problems/repeated-at-once")));
            var listed = second.follow(PATH + "?q=" + key, 50);
            assertEquals(1, listed.count(), answers::toString);
            first.delete(PATH + "/" + listed.items().get(0).at("/id").asLong()).expecting(204);
        }
    }

    /** Byte by byte, while both are written to; a list shows today's names and versions, but the same projects. */
    private static void answerAlike(Client first, Client second) {
        var clock = first.get("/api/v1/totals").expecting(200);
        var year = clock.at("/asOf").asText().substring(0, 4);
        var moment = "asOf=%s&knownAt=%s"
                .formatted(clock.at("/asOf").asText(), clock.at("/knownAt").asText());
        for (var question : QUESTIONS) {
            var address = "/api/v1" + question.formatted(year) + moment;
            assertEquals(
                    first.get(address).expecting(200).text(),
                    second.get(address).expecting(200).text(),
                    address);
        }
        var list = PATH + "?status=ACTIVE&" + moment;
        assertEquals(
                first.follow(list, 200).all("code"), second.follow(list, 200).all("code"));
    }

    /** Changes after the end of the other instance are counted, compared with the database, and sealed, too. */
    private static void comparesAndSealsOn(PackagedService service, Client client) throws Exception {
        var now = Instant.parse(
                client.get("/api/v1/totals").expecting(200).at("/knownAt").asText());
        var seals = verified(client).at("/seals").asLong();
        Eventually.within(SOON, "the columns are compared", () -> {
            var compared = JsonPath.from(service.get(WELL).body()).getString("checks[0].data.compared");
            return !compared.equals("not yet") && Instant.parse(compared).isAfter(now);
        });
        assertEquals(200, service.get(WELL).statusCode(), "the columns differ from the database");
        Eventually.within(
                SOON, "seals go on", () -> verified(client).at("/seals").asLong() > seals);
    }

    private static Answer verified(Client client) {
        var verified = client.get("/api/v1/audit/verify").expecting(200);
        assertTrue(verified.at("/intact").asBoolean(), verified.text());
        return verified;
    }
}
