package org.investmentpipeline;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Fixtures;
import org.jspecify.annotations.Nullable;

/**
 * An officer who registers, moves and amends projects of his own, one request after the other, and notes what was acknowledged:
 * each project as its latest answer says. At most one request is left without an answer.
 */
final class KillLoadClient {
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");

    private final Random random;
    private final Map<Long, JsonNode> projects = new TreeMap<>();
    private final List<Registration> repeatable = new ArrayList<>();
    private @Nullable Registration registering;
    private @Nullable Change changing;

    KillLoadClient(long seed) {
        this.random = new Random(seed);
    }

    /** A registration, with its answer when there was one; its code is its Idempotency-Key when it has one. */
    private record Registration(String code, Map<String, @Nullable Object> draft, boolean keyed, String answer) {}

    /** A change of a project, and how one sees that it was made. */
    private record Change(long project, Predicate<JsonNode> made) {}

    /** Sends one request; anything but an acknowledgement or a service that is about to stop fails. */
    boolean acknowledges(Client service) {
        var choice = random.nextInt(10);
        var answer = projects.isEmpty() || choice < 4 ? register(service) : choice < 7 ? move(service) : amend(service);
        if (answer.status() != 503) {
            note(answer);
        }
        registering = null;
        changing = null;
        return answer.status() != 503;
    }

    private void note(Answer answer) {
        assertTrue(answer.status() == 200 || answer.status() == 201, answer.text());
        projects.put(answer.at("/id").asLong(), answer.body());
        var registered = registering;
        if (registered != null && registered.keyed) {
            repeatable.add(new Registration(registered.code, registered.draft, true, answer.text()));
        }
    }

    private Answer register(Client service) {
        var code = Fixtures.code("killed");
        var draft = draft("code", code, "investment", cny(Integer.toString(random.nextInt(1_000_000_000))));
        var registration = new Registration(code, draft, random.nextBoolean(), "");
        registering = registration;
        return send(service, registration);
    }

    private static Answer send(Client service, Registration registration) {
        return registration.keyed
                ? service.post(PATH, registration.draft, registration.code)
                : service.post(PATH, registration.draft);
    }

    /** One stage on, where there is one. */
    private Answer move(Client service) {
        var project = any();
        var stage = STAGES.indexOf(project.at("/stage").asText());
        if (stage == STAGES.size() - 1) {
            return amend(service);
        }
        var to = STAGES.get(stage + 1);
        changing = new Change(id(project), found -> found.at("/stage").asText().equals(to));
        return service.post("%s/%d/moves".formatted(PATH, id(project)), Map.of("to", to, "agreement", "FORMAL"));
    }

    /** On the ledger, or beside it. */
    private Answer amend(Client service) {
        var project = any();
        var number = random.nextInt(1_000_000_000);
        var onLedger = random.nextBoolean();
        var pointer = onLedger ? "/investment/amount" : "/summary";
        changing = new Change(id(project), found -> found.at(pointer).asText().equals(Integer.toString(number)));
        return service.patch(
                PATH + "/" + id(project),
                onLedger
                        ? Map.of("investment", cny(Integer.toString(number)))
                        : Map.of("summary", Integer.toString(number)),
                "\"" + project.at("/version").asInt() + "\"");
    }

    private JsonNode any() {
        return List.copyOf(projects.values()).get(random.nextInt(projects.size()));
    }

    private static long id(JsonNode project) {
        return project.at("/id").asLong();
    }

    /**
     * Everything acknowledged is there as it was acknowledged; what got no answer was done wholly or not at all.
     *
     * @return whether it was done
     */
    boolean findsAllAcknowledged(Client service, Map<String, Long> listed) {
        var before = Map.copyOf(projects);
        projects.replaceAll(
                (id, known) -> service.get(PATH + "/" + id).expecting(200).body());
        var made = false;
        for (var project : before.entrySet()) {
            var found = projects.get(project.getKey());
            if (!project.getValue().equals(found)) {
                assertMade(project.getValue(), Objects.requireNonNull(found));
                made = true;
            }
        }
        var unanswered = registering;
        var registered = unanswered == null ? null : listed.get(unanswered.code);
        if (registered != null) {
            projects.put(
                    registered,
                    service.get(PATH + "/" + registered).expecting(200).body());
        }
        changing = null;
        return made || registered != null;
    }

    private void assertMade(JsonNode known, JsonNode found) {
        var unanswered = changing;
        var made = unanswered != null
                && unanswered.project == id(known)
                && unanswered.made.test(found)
                && found.at("/version").asInt() == known.at("/version").asInt() + 1;
        assertTrue(made, () -> "acknowledged was " + known + ", found " + found);
    }

    /** What was registered under a key is answered again as it was; the request without an answer is sent again, and done once. */
    void repeatsItself(Client service) {
        for (var first : repeatable) {
            var again = send(service, first).expecting(201);
            assertTrue(again.replayed(), again.text());
            assertEquals(first.answer, again.text());
        }
        repeatable.clear();
        var unanswered = registering;
        if (unanswered != null && unanswered.keyed) {
            var known = projects.values().stream()
                    .anyMatch(project -> project.at("/code").asText().equals(unanswered.code));
            var again = send(service, unanswered).expecting(201);
            assertEquals(known, again.replayed(), again.text());
            projects.put(again.at("/id").asLong(), again.body());
        }
        registering = null;
    }

    int projects() {
        return projects.size();
    }

    /** CNY. */
    BigDecimal investment() {
        return projects.values().stream()
                .map(project -> project.at("/investment/cny").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
