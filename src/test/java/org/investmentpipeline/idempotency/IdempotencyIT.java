package org.investmentpipeline.idempotency;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.investmentpipeline.support.Users.by;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.Projects;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request under the same key does its work once and is answered alike. */
@QuarkusTest
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String MEMBERS = "/api/v1/project-lists/{code}/changes";

    private final AgroalDataSource database;

    IdempotencyIT(AgroalDataSource database) {
        this.database = database;
    }

    /** A POST that would do something each time. */
    private record Post(String path, Map<String, ?> body) {
        @Override
        public String toString() {
            return path;
        }
    }

    private static Stream<Post> posts() {
        return Stream.of(
                new Post("/api/v1/projects", Projects.draft()),
                new Post("/api/v1/projects/batch", Map.of("projects", List.of(Projects.draft(), Projects.draft()))),
                new Post(
                        "/api/v1/projects/{id}/moves",
                        Map.of("to", "SIGNED", "agreement", "FORMAL", "investment", Projects.cny("1"))),
                new Post("/api/v1/sectors", Fixtures.draft(Fixtures.code("sector"))),
                new Post("/api/v1/zones", Fixtures.draft(Fixtures.code("zone"))),
                new Post("/api/v1/departments", Fixtures.draft(Fixtures.code("department"))),
                new Post("/api/v1/project-lists", Fixtures.draft(Fixtures.code("list"))),
                new Post("/api/v1/import-profiles", Fixtures.draft(Fixtures.code("profile"))),
                new Post("/api/v1/exchange-rates", Map.of("currency", "NOK", "on", "2019-03-04", "rate", 0.7)),
                new Post("/api/v1/users", Users.draft(Fixtures.code("user"), List.of("VIEWER"))));
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aRepeatedPostIsAnsweredAlikeAndDoesNothing(Post post) {
        var path = post.path.replace("{id}", Long.toString(Projects.register()));
        var key = UUID.randomUUID().toString();

        var first = send(key, path, post.body);
        var before = Projects.totals("by=stage").extract().asString();
        var second = send(key, path, post.body);

        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.statusCode(), second.statusCode());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.contentType(), second.contentType());
        first.then().header(REPLAYED, nullValue());
        second.then().header(REPLAYED, equalTo("true"));
        assertEquals(before, Projects.totals("by=stage").extract().asString());
    }

    @Test
    void aRepeatedChangeOfAListIsAnsweredAlikeAndDoesNothing() {
        var path = MEMBERS.replace("{code}", Fixtures.projectList());
        var change = Map.of(
                "on",
                "2023-06-30",
                "join",
                List.of(Projects.register("stages", Map.of("UNDER_NEGOTIATION", "2023-01-05"))));
        var key = UUID.randomUUID().toString();

        var first = send(key, path, change)
                .then()
                .statusCode(200)
                .body("joined", hasSize(1))
                .extract();
        var second = send(key, path, change).then().statusCode(200).extract();

        assertEquals(first.asString(), second.asString());
        assertEquals("true", second.header(REPLAYED));
    }

    /** The longest address: each of 64 characters is nine in it. */
    @Test
    void whatHasALongAddressIsAnsweredAlikeToo() {
        var draft = Fixtures.draft(Fixtures.code("").substring(1) + "名".repeat(56));
        var key = UUID.randomUUID().toString();

        var first = send(key, "/api/v1/sectors", draft).then().statusCode(201).extract();
        var second = send(key, "/api/v1/sectors", draft).then().statusCode(201).extract();

        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("true", second.header(REPLAYED));
    }

    @Test
    void everyPostButSignInTakesAKey() {
        var paths = new OpenAPIV3Parser().read("openapi/openapi.yaml").getPaths();
        var taking = paths.entrySet().stream()
                .filter(path -> path.getValue().getPost() != null)
                .filter(path -> path.getValue().getPost().getParameters() != null
                        && path.getValue().getPost().getParameters().stream()
                                .anyMatch(parameter -> KEY.equals(parameter.getName())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var posts = paths.entrySet().stream()
                .filter(path -> path.getValue().getPost() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        var tried = posts().map(Post::path).collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(List.of(Ledgers.PATH, MEMBERS));
        // By AdministrationIT and RestorationIT: not every edition has the one, and the other needs an empty database.
        tried.addAll(List.of("/api/v1/admin/backup", "/api/v1/admin/restore"));

        assertEquals(tried, taking);
        tried.add(Users.TOKENS);
        assertEquals(posts, tried);
    }

    @Test
    void aFormIsTheSameWhateverItsBoundary() {
        var key = UUID.randomUUID().toString();
        var ledger = Ledgers.csv("项目编号,项目名称", Fixtures.code("P") + ",甲项目");

        var first = form(key, ledger, "2023-06-30");
        var second = form(key, ledger, "2023-06-30");
        var other = form(key, ledger, "2023-06-29");

        assertEquals(1, first.jsonPath().getInt("created"));
        assertEquals(first.asString(), second.asString());
        assertEquals("true", second.header(REPLAYED));
        assertEquals(422, other.statusCode());
    }

    @Test
    void whatOnlySaysWhatWouldBeDoneKeepsNoKey() {
        var key = UUID.randomUUID().toString();
        var ledger = Ledgers.csv("项目编号,项目名称", Fixtures.code("P") + ",甲项目");

        for (var time = 0; time < 2; time++) {
            given().header(KEY, key)
                    .multiPart("file", "ledger.csv", ledger, "text/csv")
                    .multiPart("dryRun", "true")
                    .post(Ledgers.PATH)
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .header(REPLAYED, nullValue());
        }
    }

    private static Response form(String key, byte[] ledger, String asOf) {
        return given().header(KEY, key)
                .multiPart("file", "ledger.csv", ledger, "text/csv")
                .multiPart("asOf", asOf)
                .post(Ledgers.PATH);
    }

    @Test
    void aKeyIsForOneRequest() {
        var key = UUID.randomUUID().toString();
        send(key, Projects.PATH, Projects.draft()).then().statusCode(201);

        for (var other : List.of(
                send(key, Projects.PATH, Projects.draft("name", "另一个")),
                send(key, "/api/v1/sectors", Fixtures.draft(Fixtures.code("sector"))),
                send(key, Projects.PATH + "/batch", Map.of("projects", List.of(Projects.draft()))))) {
            other.then().statusCode(422).body("type", equalTo("/problems/key-reused"));
        }
    }

    @Test
    void aKeyIsOfOneUser() {
        var key = UUID.randomUUID().toString();
        var body = Projects.draft();
        var first = send(key, Projects.PATH, body);

        var other = by(Users.bearer(Users.user(List.of("OFFICER"))))
                .header(KEY, key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Projects.PATH);
        var otherToken = by("Bearer " + SignedIn.token(RestAssured.port, "admin", SignedIn.PASSWORD))
                .header(KEY, key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Projects.PATH);

        assertEquals(201, other.statusCode());
        assertEquals(first.asString(), otherToken.asString());
        other.then().header(REPLAYED, nullValue());
    }

    @Test
    void whatWasRefusedIsTriedAgain() {
        var key = UUID.randomUUID().toString();
        var sector = Fixtures.code("sector");
        var body = Projects.draft("sector", sector);
        send(key, Projects.PATH, body).then().statusCode(422);

        Fixtures.json(Fixtures.draft(sector)).post("/api/v1/sectors").then().statusCode(201);

        send(key, Projects.PATH, body).then().statusCode(201).header(REPLAYED, nullValue());
    }

    @Test
    void aKeyIsForgottenAfterADay() throws SQLException {
        var key = UUID.randomUUID().toString();
        var body = Projects.draft();
        var first = send(key, Projects.PATH, body).jsonPath().getLong("id");
        age(25);

        var again = send(key, Projects.PATH, body);

        again.then().statusCode(201).header(REPLAYED, nullValue());
        assertEquals(first + 1, again.jsonPath().getLong("id"));
    }

    private void age(int hours) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update idempotency_key set created_at = created_at - interval '%d' hour".formatted(hours));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b"})
    void aKeyIsVisibleAscii(String key) {
        send(key, Projects.PATH, Projects.draft()).then().statusCode(400).body("violations[0].field", equalTo(KEY));
        send("x".repeat(256), Projects.PATH, Projects.draft()).then().statusCode(400);
    }

    private static Response send(String key, String path, Map<String, ?> body) {
        return given().header(KEY, key).contentType(ContentType.JSON).body(body).post(path);
    }
}
