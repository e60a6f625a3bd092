package org.investmentpipeline.spreadsheet.projects;

import static io.restassured.RestAssured.given;
import static org.investmentpipeline.support.Ledgers.PATH;
import static org.investmentpipeline.support.Ledgers.imported;
import static org.investmentpipeline.support.Projects.knownAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.investmentpipeline.support.KnownFigures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two random imports on random projects, undone again: all answers are as before, and those in between stay as they were. */
@QuarkusTest
class RandomUndoIT {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void figuresAndListsAreAsBeforeAndImportsCanBeRepeated(long seed) {
        var rows = new RandomRows(seed, List.of("2023-0001"));
        var first = rows.file();
        var second = rows.file();
        var start = knownAt();
        var before = KnownFigures.of(rows.zone(), start);

        var one = taken(first, "2023-06-30");
        var between = knownAt();
        var afterOne = KnownFigures.of(rows.zone(), between);
        var two = taken(second, "2023-09-30");

        undo(two.getLong("id"));
        assertEquals(afterOne, KnownFigures.of(rows.zone(), knownAt()));
        var undone = undo(one.getLong("id"));
        assertEquals(one.getInt("created"), undone.getInt("deleted"));
        assertEquals(one.getInt("changed"), undone.getInt("restored"));
        assertEquals(before, KnownFigures.of(rows.zone(), knownAt()));
        assertEquals(afterOne, KnownFigures.of(rows.zone(), between));
        assertEquals(before, KnownFigures.of(rows.zone(), start));
        assertNotEquals(before, afterOne);
        assertEquals(one.getInt("created"), taken(first, "2023-06-30").getInt("created"));
        assertEquals(withoutCodes(afterOne), withoutCodes(KnownFigures.of(rows.zone(), knownAt())));
    }

    /** Projects without a code of their own get others when they are registered again, and with them other ids. */
    private static List<String> withoutCodes(List<String> answers) {
        return answers.stream()
                .filter(answer -> !answer.startsWith("/api/v1/projects"))
                .toList();
    }

    private static JsonPath taken(byte[] file, String asOf) {
        return imported(file, "asOf", asOf, "onError", "skip", "createMissing", "true");
    }

    private static JsonPath undo(long id) {
        return given().queryParam("reason", "Probe")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
