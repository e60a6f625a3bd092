package org.investmentpipeline.figures;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.investmentpipeline.support.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks again with the ETag of a figure or a list is told whether anything changed, without being told it all. */
@QuarkusTest
@Tag("portable")
class ConditionalIT {
    private static final String WRONG = "wrong";

    private OwnZone zone;
    private long project;

    @BeforeEach
    void aProject() {
        zone = new OwnZone();
        project = zone.worth("100");
        zone.sign(project, "2023-02-01", "FORMAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "totals?by=stage,size",
                "flows?period=2023&interval=month&compare=previous-year",
                "bridge?period=2023",
                "conversion?signedIn=2023",
                "lead-times?from=UNDER_NEGOTIATION&to=SIGNED&period=2023"
            })
    void aFigureChangesWithTheLedgerAndNotWithNames(String figure) {
        var first = get(figure, "");
        var pinned = figure + "&asOf=" + first.path("asOf") + "&knownAt=" + first.path("knownAt");
        assertNotModified(first, get(figure, tag(first)));
        assertNotModified(first, get(pinned, tag(first)));
        assertNotModified(first, get(figure, WRONG + ", " + tag(first)));
        assertNotModified(first, get(figure, "*"));

        rename();
        assertNotModified(first, get(figure, tag(first)));

        zone.amend(project, "2023-03-01", "key", true);
        var second = get(figure, tag(first));
        assertEquals(200, second.statusCode());
        assertNotEquals(tag(first), tag(second));
        assertNotModified(first, get(pinned, tag(first)));
        assertEquals(first.asString(), get(pinned, tag(second)).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects?sort=name&count=true", "projects?entered=SIGNED&period=2023&asOf=2023-06-30"})
    void aListChangesWithEveryWriteForItShowsTodaysNames(String list) {
        var first = get(list, "");
        assertNotModified(first, get(list, tag(first)));
        assertNotModified(first, get(list, "*"));

        rename();
        var renamed = get(list, tag(first));
        assertEquals(200, renamed.statusCode());
        assertEquals("改名", renamed.path("items[0].name"));
        assertNotEquals(tag(first), tag(renamed));

        zone.amend(project, "2023-01-20", "key", true);
        var amended = get(list, tag(renamed));
        assertEquals(200, amended.statusCode());
        assertEquals(true, amended.path("items[0].key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"totals?by=stage", "flows?period=2023", "bridge?period=2023", "projects?limit=5"})
    void anotherQuestionHasAnotherTag(String question) {
        var asked = get(question, "");

        for (var more : new String[] {"&stage=SIGNED", "&minInvestment=1", "&asOf=2023-06-30", "&size=1b-5b"}) {
            var other = get(question + more, tag(asked));
            assertEquals(200, other.statusCode(), question + more);
            assertNotEquals(tag(asked), tag(other), question + more);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "totals?sector=nowhere",
                "totals?size=huge",
                "totals?by=colour",
                "flows?period=2023-13",
                "flows?period=2010&interval=day",
                "flows?period=2000-01-01..2020-12-31&interval=xun",
                "bridge?period=2023&department=nowhere",
                "conversion?signedIn=2023&stage=COMPLETED",
                "lead-times?from=SIGNED&to=SIGNED&period=2023",
                "projects?size=huge",
                "projects?sort=colour",
                "projects?reached=SIGNED"
            })
    void aWrongQuestionIsRefusedWhateverTagItBrings(String question) {
        assertEquals(400, get(question, "*").statusCode());
    }

    /** The name is on no ledger. */
    private void rename() {
        new Client()
                .patch(OwnZone.PROJECTS + "/" + project, Map.of("name", "改名"), "*")
                .expecting(200);
    }

    private Response get(String question, String ifNoneMatch) {
        var mark = question.indexOf('?');
        var address = zone.address(question.substring(0, mark)) + "&" + question.substring(mark + 1);
        var request = given().urlEncodingEnabled(false);
        return (ifNoneMatch.isEmpty()
                        ? request
                        : request.header("If-None-Match", ifNoneMatch.replace(WRONG, "\"" + WRONG + "\"")))
                .get(address);
    }

    private static String tag(Response answer) {
        return answer.header("ETag");
    }

    private static void assertNotModified(Response first, Response second) {
        assertEquals(200, first.statusCode());
        assertTrue(tag(first).matches("\"[^\"]+\""), tag(first));
        assertEquals(304, second.statusCode(), second.asString());
        assertEquals(tag(first), tag(second));
        assertEquals("", second.asString());
    }
}
