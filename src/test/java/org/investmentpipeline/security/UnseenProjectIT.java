package org.investmentpipeline.security;

import static org.investmentpipeline.security.TwoZones.in;
import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.delete;
import static org.investmentpipeline.support.Projects.draft;
import static org.investmentpipeline.support.Projects.project;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Json;
import org.investmentpipeline.support.Ledgers;
import org.investmentpipeline.support.RowLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to a user limited to zones do not tell what is beyond them. */
@QuarkusTest
class UnseenProjectIT {
    private static final int NOWHERE = 999_999_999;

    private final AgroalDataSource database;
    private String own = "";
    private String other = "";
    private Client officer = new Client();
    private List<String> hidden = List.of();

    UnseenProjectIT(AgroalDataSource database) {
        this.database = database;
    }

    /** The codes of a project beyond reach and of a deleted one there. */
    @BeforeEach
    void codesThatTheOfficerDoesNotSee() {
        var zones = TwoZones.make();
        own = zones.own();
        other = zones.other();
        officer = new Client().as(zones.bearer());
        hidden = List.of(Fixtures.code("别"), Fixtures.code("别"));
        in(other, "code", hidden.get(0));
        delete(in(other, "code", hidden.get(1))).statusCode(204);
    }

    /** What an answer says, without what differs at each request. */
    private static String said(Answer answer, Object named) {
        var text = answer.text().replaceAll("\"(requestId\":\"[^\"]*\"|status\":[0-9]+|errorsLink\":\"[^\"]*\")", "");
        return answer.status()
                + text.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(named.toString()) + "(?![\\p{L}\\p{N}])", "…");
    }

    @Test
    void aCodeThatIsTakenIsRefusedAlikeWhoeverHasIt() {
        var mine = Fixtures.code("己");
        in(own, "code", mine);
        var amended = PATH + "/" + in(own);

        var posted = said(officer.post(PATH, draft("zone", own, "code", mine)).expecting(409), mine);
        var batched = said(batch(mine).expecting(409), mine);
        var patched = said(officer.patch(amended, Map.of("code", mine), "*").expecting(409), mine);

        for (var code : hidden) {
            assertEquals(posted, said(officer.post(PATH, draft("zone", own, "code", code)), code));
            assertEquals(batched, said(batch(code), code));
            assertEquals(patched, said(officer.patch(amended, Map.of("code", code), "*"), code));
        }
        assertTrue(posted.contains("not available"), posted);
    }

    @Test
    void theCodeOfAProjectThatWasDeletedWithinReachIsGivenAgain() {
        var code = Fixtures.code("己");
        var id = in(own, "code", code);
        delete(id).statusCode(204);

        officer.post(PATH, draft("zone", own, "code", code)).expecting(201);

        project(id).statusCode(200);
    }

    private Answer batch(String code) {
        return officer.post(PATH + "/batch", Map.of("projects", List.of(draft("zone", own, "code", code))));
    }

    @Test
    void anImportRefusesTheCodesOfAllUnseenProjectsAlike() {
        var said = hidden.stream()
                .map(code -> said(upload("项目编号,项目名称,所属园区\n%s,滨江新材料产业园,%s".formatted(code, own)), code))
                .distinct()
                .toList();

        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).startsWith("422") && said.get(0).contains("not available"), said.get(0));
    }

    private Answer upload(String ledger) {
        return officer.upload(Ledgers.PATH, ledger, UUID.randomUUID().toString());
    }

    @Test
    void anInvestorThatIsOnlyElsewhereIsAsOneThatIsNot() {
        var elsewhere = investor(in(other, "investor", Map.of("name", Fixtures.code("别处公司"))));
        var here = investor(in(own, "investor", Map.of("name", Fixtures.code("本地公司"))));
        var nowhere = NOWHERE;

        officer.post(PATH, draft("zone", own, "investor", Map.of("id", here))).expecting(201);
        var refused = officer.post(PATH, draft("zone", own, "investor", Map.of("id", elsewhere)))
                .expecting(422);

        assertEquals(
                said(officer.post(PATH, draft("zone", own, "investor", Map.of("id", nowhere))), nowhere),
                said(refused, elsewhere));
    }

    private static long investor(long project) {
        return Json.of(project(project).extract()).at("/investor/id").asLong();
    }

    @Test
    void aProjectBeyondReachIsAsOneThatIsNotEvenWhileOthersChangeIt() throws Exception {
        var unseen = in(other);
        var nowhere = NOWHERE;

        try (var held = RowLock.ofProject(database, unseen)) {
            var started = System.nanoTime();
            var patched =
                    officer.patch(PATH + "/" + unseen, Map.of("key", true), "*").expecting(404);
            var moved = officer.post(PATH + "/" + unseen + "/moves", Map.of("to", "SIGNED"))
                    .expecting(404);

            assertTrue(System.nanoTime() - started < 8_000_000_000L, "waited for a project beyond reach");
            assertEquals(
                    said(officer.patch(PATH + "/" + nowhere, Map.of("key", true), "*"), nowhere),
                    said(patched, unseen));
            assertEquals(
                    said(officer.post(PATH + "/" + nowhere + "/moves", Map.of("to", "SIGNED")), nowhere),
                    said(moved, unseen));
        }
    }
}
