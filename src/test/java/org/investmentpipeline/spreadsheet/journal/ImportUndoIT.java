package org.investmentpipeline.spreadsheet.journal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.investmentpipeline.support.Amount.amount;
import static org.investmentpipeline.support.Fixtures.code;
import static org.investmentpipeline.support.Fixtures.json;
import static org.investmentpipeline.support.Fixtures.projectList;
import static org.investmentpipeline.support.Fixtures.zone;
import static org.investmentpipeline.support.Ledgers.PATH;
import static org.investmentpipeline.support.Ledgers.codeNamed;
import static org.investmentpipeline.support.Ledgers.csv;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.investmentpipeline.support.Projects.list;
import static org.investmentpipeline.support.Projects.move;
import static org.investmentpipeline.support.Projects.patch;
import static org.investmentpipeline.support.Projects.project;
import static org.investmentpipeline.support.Projects.register;
import static org.investmentpipeline.support.Projects.reverse;
import static org.investmentpipeline.support.Projects.totals;
import static org.investmentpipeline.support.Projects.turn;
import static org.investmentpipeline.support.Users.as;
import static org.investmentpipeline.support.Users.bearer;
import static org.investmentpipeline.support.Users.by;
import static org.investmentpipeline.support.Users.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.KnownFigures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import is undone as one: figures, projects and lists are as they were before it. */
@QuarkusTest
class ImportUndoIT {
    private static final String HEADINGS = "项目编号,项目名称,英文名称,投资方,总投资（万元）,所属园区,项目阶段,签约时间,项目状态,建设内容,所属清单";
    private static final Map<String, String> JANUARY = Map.of("UNDER_NEGOTIATION", "2023-01-05");

    private String code = "";
    private String zone = "";
    private String listed = "";
    private long known;

    @BeforeEach
    void registerAProject() {
        code = code("撤");
        zone = zone();
        listed = projectList();
        known = register(
                "code",
                code + "-1",
                "name",
                code + "旧名",
                "zone",
                zone,
                "investment",
                cny("1000000"),
                "nameEn",
                "Works",
                "summary",
                "厂房",
                "stages",
                JANUARY);
    }

    /** Changes all that a sheet can change of the known project, and registers another. */
    private byte[] ledger() {
        return csv(
                HEADINGS,
                "%1$s-1,%1$s新名,New works,%1$s公司,500,%2$s,签约,2023-05-18,,三栋厂房,%3$s".formatted(code, zone, listed),
                "%1$s-2,%1$s乙,,%1$s公司,700,%2$s,签约,2023-06-01,停工,,%3$s".formatted(code, zone, listed));
    }

    private long taken(byte[] ledger) {
        return imported(ledger, "asOf", "2023-06-30").getLong("id");
    }

    private static ValidatableResponse undo(RequestSpecification request, long id, String... parameters) {
        request.queryParam("reason", "错月份的台账");
        for (var i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.delete(PATH + "/" + id).then();
    }

    private static ValidatableResponse undo(long id, String... parameters) {
        return undo(given(), id, parameters);
    }

    @Test
    void allThatASheetChangesComesBack() {
        var moment = knownAt();
        var before = KnownFigures.of(zone, moment);
        var view = view();
        var id = taken(ledger());
        var between = knownAt();
        var imported = KnownFigures.of(zone, between);

        undo(id).statusCode(200)
                .body("id", equalTo((int) id))
                .body("restored", equalTo(1))
                .body("deleted", equalTo(1))
                .body("skipped", equalTo(0))
                .body("builtUpon", empty())
                .body("undoneAt", equalTo(knownAt()));

        assertEquals(view, view());
        assertEquals(before, KnownFigures.of(zone, knownAt()));
        assertEquals(withFormerTexts(imported), KnownFigures.of(zone, between));
        assertEquals(before, KnownFigures.of(zone, moment));
        assertNotEquals(before, withFormerTexts(imported));
        list("q=" + code + "旧名").body("items.id", contains((int) known));
        list("q=" + code + "新名").body("items", empty());
        given().get("/api/v1/projects/" + known + "/history")
                .then()
                .body("items[0].kind", equalTo("CORRECTED"))
                .body("items[0].note", equalTo("错月份的台账"))
                .body("items[0].values.field", hasItem("name"));
    }

    /** Names and summaries are those of today in all answers. */
    private List<String> withFormerTexts(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.replace(code + "新名", code + "旧名")
                        .replace("New works", "Works")
                        .replace("三栋厂房", "厂房"))
                .toList();
    }

    private Map<String, Object> view() {
        var view = project(known).statusCode(200).extract().jsonPath().<String, Object>getMap("");
        view.remove("version");
        return view;
    }

    @Test
    void theRecordSaysByWhomAndWhy() {
        var id = taken(ledger());
        undo(id).statusCode(200);

        given().get(PATH + "/" + id)
                .then()
                .body("undoneAt", equalTo(knownAt()))
                .body("undoneBy", equalTo("admin"))
                .body("reason", equalTo("错月份的台账"));
        given().get("/api/v1/audit?kind=IMPORT&subject=" + id)
                .then()
                .body("items.action", contains("UNDONE", "IMPORTED"))
                .body("items[0].note", equalTo("错月份的台账"));
        given().get("/api/v1/audit?kind=PROJECT_LIST&subject=" + listed)
                .then()
                .body("items.action", hasItem("MEMBERS_CHANGED"));
    }

    @Test
    void anImportIsUndoneOnce() {
        var id = taken(ledger());
        undo(id).statusCode(200);
        var moment = knownAt();

        undo(id).statusCode(409).body("type", equalTo("/problems/import-undone"));

        assertEquals(moment, knownAt());
        undo(Long.MAX_VALUE).statusCode(404);
    }

    @Test
    void ofTwoUndosAtOnceOneTakesPlace() {
        var id = taken(ledger());
        var answers = AtOnce.all(Stream.of(given(), given())
                .<Callable<Integer>>map(
                        request -> () -> undo(request, id).extract().statusCode())
                .toList());

        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
    }

    @Test
    void aReasonAndTheRoleOfAManagerAreRequired() {
        var id = taken(ledger());
        for (var reason : List.of(" ", "x".repeat(501))) {
            given().queryParam("reason", reason)
                    .delete(PATH + "/" + id)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("reason"));
        }
        given().delete(PATH + "/" + id).then().statusCode(422);
        undo(id, "skipBuiltUpon", "ja").statusCode(400);

        undo(as(List.of("OFFICER")), id).statusCode(403);
        undo(as(List.of("MANAGER")), id).statusCode(200);
    }

    @Test
    void aLaterImportRevivesTheProjectByItsCode() {
        var id = taken(ledger());
        var registered = idOf(code + "-2");
        var imported = KnownFigures.of(zone, knownAt());
        undo(id).statusCode(200);
        project(registered).statusCode(404);

        var again = imported(ledger(), "asOf", "2023-06-30");

        assertEquals(1, again.getInt("created"));
        assertEquals(1, again.getInt("changed"));
        assertEquals(registered, idOf(code + "-2"));
        assertEquals(imported, KnownFigures.of(zone, knownAt()));
        undo(again.getLong("id")).statusCode(200).body("deleted", equalTo(1));
        project(registered).statusCode(404);
    }

    private long idOf(String stated) {
        return list("zone=" + zone).extract().jsonPath().getLong("items.find { it.code == '" + stated + "' }.id");
    }

    @Test
    void aProjectThatWasChangedSinceRefusesTheUndo() {
        var id = taken(ledger());
        patch(known, Map.of("summary", "四栋厂房")).statusCode(200);
        var moment = knownAt();

        undo(id).statusCode(409)
                .body("type", equalTo("/problems/import-built-upon"))
                .body("count", equalTo(1))
                .body("projects", hasSize(1))
                .body("projects[0].id", equalTo((int) known))
                .body("projects[0].code", equalTo(code + "-1"))
                .body("projects[0].name", equalTo(code + "新名"));

        assertEquals(moment, knownAt());
        totals("zone=" + zone + "&status=ACTIVE&status=SUSPENDED").body("total.count", equalTo(2));
        undo(id, "skipBuiltUpon", "true")
                .statusCode(200)
                .body("deleted", equalTo(1))
                .body("restored", equalTo(0))
                .body("skipped", equalTo(1))
                .body("builtUpon.id", contains((int) known));
        project(known).body("name", equalTo(code + "新名")).body("summary", equalTo("四栋厂房"));
        list("zone=" + zone).body("items.id", contains((int) known));
    }

    @Test
    void aStatusBuildsUponTheImportAndTheDeletionOfAProjectThatItRegisteredDoesNot() {
        var id = taken(csv("项目编号,项目名称,所属园区", code + "-3,丙," + zone, code + "-4,丁," + zone));
        delete(idOf(code + "-4"));
        turn(idOf(code + "-3"), "status", "SUSPENDED", "reason", "等待用地").statusCode(200);

        undo(id, "skipBuiltUpon", "true").statusCode(409).body("projects.code", contains(code + "-3"));
    }

    @Test
    void aCodeThatWasTakenIsTakenAgainAfterTheUndo() {
        register("name", code + "无号", "zone", zone, "investor", Map.of("name", code + "公司"), "stages", JANUARY);
        var sheet = csv("项目编号,项目名称,投资方,所属园区", "%1$s-9,%1$s无号,%1$s公司,%2$s".formatted(code, zone));
        assertEquals(1, imported(sheet, "asOf", "2023-06-30", "dryRun", "true").getInt("changed"));

        undo(taken(sheet)).statusCode(200);

        var again = imported(sheet, "asOf", "2023-06-30");
        assertEquals(0, again.getInt("created"));
        assertEquals(1, again.getInt("changed"));
    }

    @Test
    void aMoveThatImportsHidComesBackWithItsNote() {
        move(known, "to", "SIGNED", "on", "2023-05-18", "agreement", "FORMAL", "note", "在会上签约")
                .statusCode(201);
        var sheet = "项目编号,项目名称,项目阶段";
        var back = imported(
                        csv(sheet, "%1$s-1,%1$s旧名,在谈".formatted(code)), "asOf", "2023-06-30", "onStepBack", "reverse")
                .getLong("id");
        var again = imported(csv(sheet, "%1$s-1,%1$s旧名,签约".formatted(code)), "asOf", "2023-07-31")
                .getLong("id");

        undo(again).statusCode(200);
        undo(back).statusCode(200);

        var moves = project(known)
                .body("moves.note", contains("在会上签约"))
                .body("moves.on", contains("2023-05-18"))
                .extract()
                .jsonPath();
        reverse(known, moves.getLong("moves[0].id"), "误录").statusCode(200);
    }

    @Test
    void laterImportsAreUndoneFirst() {
        var view = view();
        var first = taken(ledger());
        var second = imported(
                        csv("项目编号,项目名称,总投资（万元）", code + "-1," + code + "新名,900", code + "-2," + code + "乙,800"),
                        "asOf",
                        "2023-07-31")
                .getLong("id");

        undo(first).statusCode(409).body("projects.code", contains(code + "-1", code + "-2"));
        undo(second).statusCode(200).body("restored", equalTo(2));
        totals("asOf=2023-07-31&status=ACTIVE&status=SUSPENDED&zone=" + zone)
                .body("total.investment", amount("12000000"));
        undo(first).statusCode(200).body("restored", equalTo(1)).body("deleted", equalTo(1));

        assertEquals(view, view());
        move(known, "to", "SIGNED", "on", "2023-08-01", "agreement", "FRAMEWORK")
                .statusCode(201);
    }

    @Test
    void investorsAndCatalogueEntriesStayAndAreNamed() {
        var ledger = csv("项目编号,项目名称,投资方,行业,所属园区", "%1$s-5,%1$s戊,%1$s公司,%1$s业,%1$s园".formatted(code));
        var id = imported(ledger, "createMissing", "true").getLong("id");

        undo(id).statusCode(200)
                .body("additions.kind", contains("INVESTOR", "SECTOR", "ZONE"))
                .body("additions.name", contains(code + "公司", code + "业", code + "园"));

        assertNotEquals("", codeNamed("/api/v1/sectors", code + "业"));
        undo(imported(ledger, "asOf", "2023-06-30").getLong("id"))
                .statusCode(200)
                .body("deleted", equalTo(1))
                .body("additions", empty());
    }

    @Test
    void aListBeyondItsPlacesRefusesTheUndo() {
        json(Map.of("code", code.toLowerCase(), "name", Map.of("zh", code, "en", code), "size", 1))
                .post("/api/v1/project-lists")
                .then()
                .statusCode(201);
        var heading = "项目编号,项目名称,所属清单";
        imported(csv(heading, code + "-1," + code + "旧名," + code.toLowerCase()), "asOf", "2023-02-01");
        var id = imported(csv(heading, code + "-1," + code + "旧名," + listed), "asOf", "2023-03-01")
                .getLong("id");
        imported(csv(heading, code + "-6,己," + code.toLowerCase()), "asOf", "2023-04-01");

        undo(id).statusCode(422).body("violations[0].field", startsWith("lists"));
    }

    @Test
    void aManagerWithZonesUndoesImportsOfItsZones() {
        var manager = bearer(user(List.of("MANAGER"), zone));
        var own = taken(ledger());
        var other = zone();
        var mixed = taken(csv("项目编号,项目名称,所属园区", code + "-7,庚," + zone, code + "-8,辛," + other));

        by(manager).get(PATH).then().statusCode(200).body("items.id", equalTo(List.of((int) own)));
        by(manager).get(PATH + "/" + mixed).then().statusCode(404);
        undo(by(manager), mixed).statusCode(404);
        undo(by(manager), own).statusCode(200);
        undo(as(List.of("MANAGER"), other), mixed).statusCode(404);
    }

    @Test
    void anOwnImportWithAProjectThatLeftTheZonesIsNotUndone() {
        var manager = bearer(user(List.of("MANAGER"), zone));
        var id = by(manager)
                .multiPart("file", "ledger", ledger(), "application/octet-stream")
                .multiPart("asOf", "2023-06-30")
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        patch(known, Map.of("zone", zone())).statusCode(200);

        undo(by(manager), id, "skipBuiltUpon", "true").statusCode(403);
    }
}
