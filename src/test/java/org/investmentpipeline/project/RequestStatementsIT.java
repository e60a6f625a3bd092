package org.investmentpipeline.project;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.register;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.Statements;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The most SQL statements that a request costs, the look-up of its token and the ends of transactions among them. */
@QuarkusTest
@Tag("edge")
class RequestStatementsIT {
    private static final int RUNS = 4;

    private final AgroalDataSource database;

    RequestStatementsIT(AgroalDataSource database) {
        this.database = database;
    }

    private interface Request {
        void of(long project);
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                request(
                        "a project",
                        6,
                        id -> given().get(PATH + "/" + id).then().statusCode(200)),
                request("totals", 4, id -> get("/api/v1/totals?by=stage,sector,zone")),
                request("flows", 4, id -> get("/api/v1/flows?period=2023")));
    }

    private static Arguments request(String name, int most, Request request) {
        return Arguments.of(Named.of(name, request), most);
    }

    private static void get(String address) {
        given().get(address).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}: at most {1}")
    @MethodSource("requests")
    void aReadCostsFewStatements(Request request, int most) throws SQLException {
        var id = register("investment", cny("10"), "investor", Map.of("name", code("华岳集团")));

        assertAtMost(most, Statements.fewest(database, RUNS, () -> request.of(id)));
    }

    @Test
    void aMoveCostsFewStatements() throws SQLException {
        var projects = IntStream.range(0, RUNS)
                .mapToObj(i -> register("investment", cny("10")))
                .toList()
                .iterator();

        var executed = Statements.fewest(
                database,
                RUNS,
                () -> move(projects.next(), "to", "SIGNED", "agreement", "FORMAL")
                        .statusCode(201));

        assertAtMost(15, executed);
    }

    private static void assertAtMost(int most, List<String> executed) {
        assertTrue(executed.size() <= most, () -> executed.size() + ":\n" + String.join("\n", executed));
    }
}
