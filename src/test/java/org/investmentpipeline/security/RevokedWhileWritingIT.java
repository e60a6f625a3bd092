package org.investmentpipeline.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Json;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.RowLock;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A write whose caller loses the access to it before it is committed stores nothing. */
@QuarkusTest
class RevokedWhileWritingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final AgroalDataSource database;
    private String zone = "";
    private String username = "";
    private String bearer = "";

    RevokedWhileWritingIT(AgroalDataSource database) {
        this.database = database;
    }

    @BeforeEach
    void anOfficerOfAZone() {
        zone = Fixtures.zone();
        username = Users.user(List.of("OFFICER"), zone);
        bearer = Users.bearer(username);
    }

    private enum Write {
        IMPORT {
            @Override
            Answer send(Client officer, String zone) {
                var ledger = "项目名称,总投资（万元）,所属园区\n%s,10,%s".formatted(Fixtures.code("撤"), zone);
                return officer.upload(Ledgers.PATH, ledger, UUID.randomUUID().toString());
            }
        },
        BATCH {
            @Override
            Answer send(Client officer, String zone) {
                return officer.post(PATH + "/batch", Map.of("projects", List.of(draft("zone", zone))));
            }
        },
        CREATE {
            @Override
            Answer send(Client officer, String zone) {
                return officer.post(PATH, draft("zone", zone), UUID.randomUUID().toString());
            }
        };

        abstract Answer send(Client officer, String zone);
    }

    /** Sends a write, which has to wait, does something to its caller meanwhile, and lets it go on. */
    private Answer sentWhile(Write write, Consumer<String> done) throws Exception {
        var sender = Executors.newSingleThreadExecutor();
        try {
            var clock = RowLock.ofTheClock(database);
            try (clock) {
                var pending = sender.submit(() -> write.send(new Client().as(bearer), zone));
                Eventually.within(PATIENCE, "the write is under way", () -> RowLock.isTaken(database, "registrar", 1));
                done.accept(username);
                clock.close();
                return pending.get();
            }
        } finally {
            sender.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsRevokedMeanwhileStoresNothing(Write write) throws Exception {
        var token =
                Json.of(Users.by(bearer).get(Users.TOKENS)).at("/items/0/id").asLong();

        var answer = sentWhile(
                write, any -> given().delete(Users.TOKENS + "/" + token).then().statusCode(204));

        assertEquals(
                "/problems/unauthenticated", answer.expecting(401).at("/type").asText());
        totals("zone=" + zone).body("total.count", equalTo(0));
    }

    @ParameterizedTest(name = "{0}, {1}, active {2}: {3}")
    @CsvSource({
        "OFFICER, own, false, 401",
        "VIEWER, own, true, 403",
        "OFFICER, other, true, 403",
        "OFFICER, both, true, 200",
        "MANAGER, all, true, 200",
    })
    void aUserWhoseRightsAreChangedMeanwhileStoresOnlyWhatStillIsAllowed(
            String role, String zones, boolean active, int status) throws Exception {
        var other = Fixtures.zone();
        var reach = Map.of("own", List.of(zone), "other", List.of(other), "both", List.of(zone, other));

        var answer = sentWhile(Write.IMPORT, user -> {
            var change = new java.util.HashMap<String, Object>(Map.of("roles", List.of(role), "active", active));
            if (reach.containsKey(zones)) {
                change.put("zones", reach.get(zones));
            }
            json(change)
                    .header("If-Match", "*")
                    .put(Users.PATH + "/" + user)
                    .then()
                    .statusCode(200);
        });

        answer.expecting(status);
        totals("zone=" + zone).body("total.count", equalTo(status == 200 ? 1 : 0));
    }
}
