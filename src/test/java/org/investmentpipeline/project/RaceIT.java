package org.investmentpipeline.project;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.investmentpipeline.support.AtOnce;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.ReplayScale;
import org.junit.jupiter.api.Test;

/** Clients who want the same thing at the same moment: one has it, and the others are told what happened. */
@QuarkusTest
class RaceIT {
    private static final int OFFICERS = 8;
    private static final int RACES = ReplayScale.twice(20);
    private static final int KEYS = ReplayScale.twice(40);

    private final Client client = new Client();
    private final AtOnce officers = new AtOnce(OFFICERS);

    @Test
    void aStageIsEnteredOnceThoughAllMoveTheProjectThere() {
        for (var race = 0; race < RACES; race++) {
            var project = address(client.post(PATH, draft("investment", cny("1200000000"))));

            var answers = officers.answers(
                    (officer, any) -> officer.post(project + "/moves", Map.of("to", "SIGNED", "agreement", "FORMAL")));

            assertOneOf(answers, 201, 409, "/problems/stage-order");
            refused(answers, 409)
                    .forEach(refused -> assertTrue(
                            refused.at("/detail").asText().startsWith("The project is in SIGNED;"), refused.text()));
            assertEquals(1, count(client.get(project).at("/moves"), move -> true));
            assertEquals(1, count(client.get(project + "/timeline").at("/items"), RaceIT::standsSigned));
            assertEquals(1, client.get(project).at("/version").asInt());
        }
    }

    private static boolean standsSigned(JsonNode position) {
        return position.at("/stage").asText().equals("SIGNED");
    }

    @Test
    void ofChangesToTheSameVersionOneIsMade() {
        for (var race = 0; race < RACES; race++) {
            var project = address(client.post(PATH, draft("investment", cny("1"))));

            var answers = officers.answers((officer, number) ->
                    officer.patch(project, Map.of("investment", cny("10" + number), "jobs", number), "\"0\""));

            assertOneOf(answers, 200, 412, "/problems/stale-version");
            var made = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .findFirst()
                    .orElseThrow();
            assertEquals(made.body(), client.get(project).body());
        }
    }

    @Test
    void aCodeIsGivenToOneProject() {
        for (var race = 0; race < RACES; race++) {
            var zone = Fixtures.zone();
            var draft = draft("code", Fixtures.code("race"), "zone", zone);

            var answers = officers.answers((officer, any) -> officer.post(PATH, draft));

            assertOneOf(answers, 201, 409, "/problems/duplicate");
            assertEquals(1, listed(zone));
        }
    }

    @Test
    void aRequestSentManyTimesUnderOneKeyIsDoneOnce() {
        var zone = Fixtures.zone();
        for (var sent = 1; sent <= KEYS; sent++) {
            var draft = draft("zone", zone);
            var key = UUID.randomUUID().toString();

            var answers = officers.answers((officer, any) -> officer.post(PATH, draft, key));
            var repeated = client.post(PATH, draft, key).expecting(201);

            assertTrue(repeated.replayed(), repeated.text());
            answers.forEach(answer -> assertFirstOrToldToRepeat(answer, repeated));
            assertEquals(1, answers.stream().filter(RaceIT::isFirst).count(), answers::toString);
            assertEquals(sent, listed(zone));
        }
    }

    private static boolean isFirst(Answer answer) {
        return answer.status() == 201 && !answer.replayed();
    }

    private static void assertFirstOrToldToRepeat(Answer answer, Answer repeated) {
        if (answer.status() == 201) {
            assertEquals(repeated.text(), answer.text());
        } else {
            answer.expecting(409);
            assertEquals("/problems/repeated-at-once", answer.at("/type").asText());
        }
    }

    @Test
    void figuresCloseWhileWhatTheyCountMovesAndInTheEndNothingIsLost() {
        var zone = new BusyZone(40);

        var works = IntStream.range(0, 6).mapToObj(zone::writing).toList();
        var asked = zone.askedWhile(works, 2);

        assertTrue(asked > 10, () -> "figures were asked only %d times".formatted(asked));
        assertFalse(zone.refusals().isEmpty(), "nobody ever came second");
        zone.assertEveryVersionWasAcknowledgedOnce();
        zone.assertFiguresAreThoseOfTheLatestVersions();
    }

    private static String address(Answer registered) {
        return PATH + "/" + registered.expecting(201).at("/id").asLong();
    }

    private int listed(String zone) {
        return client.follow(PATH + "?zone=" + zone, 100).count();
    }

    /** One was answered that it is done, and the others why not. */
    private static void assertOneOf(List<Answer> answers, int done, int refused, String problem) {
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == done).count(), answers::toString);
        var others = refused(answers, refused);
        assertEquals(OFFICERS - 1, others.size(), answers::toString);
        others.forEach(other -> assertEquals(problem, other.at("/type").asText(), other.text()));
    }

    private static List<Answer> refused(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).toList();
    }

    private static long count(JsonNode items, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(items.spliterator(), false).filter(wanted).count();
    }
}
