package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;

import io.restassured.RestAssured;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.support.CheckedCalls;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.ReplayScale;
import org.investmentpipeline.support.Users;

/**
 * A history in which everything happened that can: projects, foreign money, users with zones, an import, other size tiers.
 *
 * @param moments of knowledge on the way, the last one when all was written
 * @param projects that were not deleted
 */
record WholeHistory(Ground ground, List<Instant> moments, List<Long> projects) {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final int HAPPENINGS = ReplayScale.few(500);

    /** In a service that has nothing yet. */
    static WholeHistory in(PackagedService service, Random random) {
        RestAssured.port = service.port();
        new CheckedCalls().beforeClass(WholeHistory.class);
        var client = new Client(service.port());
        var ground = Ground.prepare(CLOCK);
        var moments = new ArrayList<Instant>();
        client.post("/api/v1/departments", department("a-below-all", ground.below()))
                .expecting(201);
        var officer = Users.user(
                List.of("OFFICER"), ground.zones().get(0), ground.zones().get(1));
        Users.bearer(officer);
        var ledger = new RandomLedger(client, ground, new Replay());
        for (var i = 1; i <= HAPPENINGS; i++) {
            ledger.step(random, true);
            if (i % (HAPPENINGS / 5) == 0) {
                moments.add(known(client));
            }
            if (i == HAPPENINGS / 2) {
                client.put("/api/v1/size-tiers", tiers()).expecting(200);
            }
        }
        Ledgers.send(Ledgers.file("qingxi.csv"), "createMissing", "true", "asOf", "2023-12-31")
                .statusCode(200);
        client.post(
                        "/api/v1/projects",
                        Map.of(
                                "name",
                                "引号\"与\\反斜线😀",
                                "summary",
                                "第一行\n第二行\u2028\t“完”",
                                "zone",
                                oneOf(random, ground.zones())))
                .expecting(201);
        moments.add(known(client));
        return new WholeHistory(ground, moments, ledger.projects());
    }

    private static Map<String, Object> department(String code, String parent) {
        return Map.of("code", code, "name", Map.of("zh", "末级"), "parent", parent);
    }

    static Map<String, Object> tiers() {
        return Map.of(
                "items",
                List.of(
                        Map.of("code", "under-100m", "name", Map.of("zh", "小"), "lower", 0),
                        Map.of("code", "100m-500m", "name", Map.of("zh", "中"), "lower", 150_000_000),
                        Map.of("code", "1b-5b", "name", Map.of("zh", "大"), "lower", 2_000_000_000)));
    }

    private static Instant known(Client client) {
        return Instant.parse(client.get("/api/v1/size-tiers").at("/knownAt").asText());
    }
}
