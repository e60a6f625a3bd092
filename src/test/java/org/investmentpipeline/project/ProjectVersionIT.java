package org.investmentpipeline.project;

import static org.hamcrest.Matchers.equalTo;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.latestMove;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.reverse;
import static org.investmentpipeline.support.Projects.turn;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.investmentpipeline.support.Fixtures;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change raises a project's version by one, so that a client can tell its own change from another one. */
@QuarkusTest
class ProjectVersionIT {
    /** A change of a project, with its id and its code. */
    private interface Change extends BiConsumer<Long, String> {}

    static Stream<Named<Change>> changes() {
        return Stream.of(
                change("of the description", (id, code) -> patch(id, Map.of("summary", "new"))),
                change("of the ledger", (id, code) -> patch(id, Map.of("investment", cny("20")))),
                change("of both", (id, code) -> patch(id, Map.of("summary", "new", "investment", cny("20")))),
                change("move", (id, code) -> move(id, "to", "SIGNED", "agreement", "FORMAL")),
                change("of status", (id, code) -> turn(id, "status", "SUSPENDED", "reason", "waits for land")),
                change(
                        "by an import, of the description",
                        (id, code) -> imported(csv("项目编号,项目名称,建设内容", code + ",版本,新"))),
                change(
                        "by an import, of the ledger",
                        (id, code) -> imported(csv("项目编号,项目名称,总投资（万元）", code + ",版本,20"))),
                change(
                        "by an import, of both",
                        (id, code) -> imported(csv("项目编号,项目名称,总投资（万元）,建设内容", code + ",版本,20,新"))),
                change(
                        "by an import that then adds a sector",
                        (id, code) -> imported(
                                csv(
                                        "项目编号,项目名称,建设内容,产业",
                                        code + ",版本,新,",
                                        Fixtures.code("P") + ",另一项目,新," + Fixtures.code("产业")),
                                "createMissing",
                                "true")));
    }

    private static Named<Change> change(String name, Change change) {
        return Named.of("change " + name, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void eachChangeRaisesTheVersionByOne(Change change) {
        var code = code("版本");
        var id = register("code", code, "name", "版本", "investment", cny("10"), "jobs", 10);
        project(id).body("version", equalTo(0));

        change.accept(id, code);

        project(id).body("version", equalTo(1));
    }

    @Test
    void aReversalRaisesTheVersionByOne() {
        var id = register("investment", cny("10"));
        move(id, "to", "SIGNED", "agreement", "FORMAL").statusCode(201);

        reverse(id, latestMove(id), "signed by mistake");

        project(id).body("version", equalTo(2));
    }
}
