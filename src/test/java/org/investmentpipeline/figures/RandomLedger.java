package org.investmentpipeline.figures;

import static org.investmentpipeline.figures.Ground.oneOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.jspecify.annotations.Nullable;

/** Does to random projects what a bureau does to its own, mostly what is allowed; several may work on the same projects. */
final class RandomLedger {
    private static final String PROJECTS = "/api/v1/projects";
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 204, 409, 412, 422);
    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "SUSPENDED", "WITHDRAWN");
    private static final List<@Nullable String> ORIGINS = Arrays.asList("LOCAL", "OUT_OF_PROVINCE", "FOREIGN", null);
    private static final List<@Nullable String> LEADERS = Arrays.asList("王小明", "李 & 张 = 100%+?#/", null);
    private static final List<@Nullable String> AGREEMENTS =
            Arrays.asList("FORMAL", "FRAMEWORK", "FORMAL", "FRAMEWORK", null);
    private static final List<String> AMOUNTS =
            List.of("0", "0.01", "99999999.99", "100000000", "999999999.99", "1000000000", "10000000000");

    private static final List<@Nullable BigDecimal> AREAS =
            Arrays.asList(new BigDecimal("0"), new BigDecimal("0.01"), new BigDecimal("120.5"), null);
    private static final List<@Nullable Integer> JOBS = Arrays.asList(0, 1, 300, null);

    /** A version of a project that a write made. */
    record Written(long project, int version) {}

    private final Client client;
    private final Ground ground;
    private final Replay replay;
    private final List<Long> ids = new CopyOnWriteArrayList<>();
    private final Map<Long, JsonNode> seen = new ConcurrentHashMap<>();
    private final List<Written> written = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    RandomLedger(Client client, Ground ground, Replay replay) {
        this.client = client;
        this.ground = ground;
        this.replay = replay;
    }

    /** What was written, in the order of the answers. */
    List<Written> written() {
        return List.copyOf(written);
    }

    List<Long> projects() {
        return List.copyOf(ids);
    }

    /** How often each status was answered. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    /** Does one thing. */
    void step(Random random, boolean mayDelete) {
        var what = random.nextInt(100);
        if (ids.isEmpty() || what < 16) {
            note(client.post(PROJECTS, draft(random)));
            return;
        }
        var project = Objects.requireNonNull(seen.get(oneOf(random, ids)));
        if (what < 46) {
            move(project, random);
        } else if (what < 72) {
            amend(project, random);
        } else if (what < 82) {
            reverse(project, random);
        } else if (what < 99 || !mayDelete) {
            turn(project, random);
        } else {
            delete(project);
        }
    }

    private void note(Answer answer) {
        assertTrue(ANSWERS.contains(answer.status()), () -> answer.status() + " " + answer.text());
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() > 201) {
            return;
        }
        var id = answer.at("/id").asLong();
        var before = seen.put(id, answer.body());
        if (before == null) {
            ids.add(id);
        }
        var version = answer.at("/version").asInt();
        if (before == null || before.get("version").asInt() != version) {
            written.add(new Written(id, version));
        }
    }

    private Map<String, Object> draft(Random random) {
        var draft = new LinkedHashMap<String, Object>();
        var stage = random.nextInt(3) > 0 ? 0 : random.nextInt(4);
        var stages = new HashMap<String, String>();
        var day = ground.day(random);
        for (var i = 0; i <= stage; i++) {
            if (random.nextInt(5) > 0) {
                stages.put(Question.STAGES.get(i), day.toString());
            }
            day = random.nextInt(20) == 0 ? ground.day(random) : ground.dayFrom(day, random);
        }
        draft.put("name", "随机项目" + random.nextInt(1000));
        draft.put("stage", Question.STAGES.get(stage));
        draft.put("stages", stages);
        draft.put("zone", oneOf(random, ground.zones()));
        draft.put("sector", oneOf(random, ground.sectors()));
        if (stage > 0) {
            put(draft, "agreement", oneOf(random, AGREEMENTS));
        }
        values(draft, random, 3);
        draft.values().removeIf(Objects::isNull);
        return draft;
    }

    private void put(Map<String, Object> body, String name, @Nullable Object value) {
        body.put(name, value);
    }

    private void values(Map<String, Object> body, Random random, int most) {
        for (var i = 0; i < most; i++) {
            switch (random.nextInt(9)) {
                case 0 -> put(body, "origin", oneOf(random, ORIGINS));
                case 1 -> put(body, "leader", oneOf(random, LEADERS));
                case 2 -> put(body, "key", random.nextBoolean());
                case 3 ->
                    put(body, "department", oneOf(random, Arrays.asList(ground.department(), ground.below(), null)));
                case 4 -> put(body, "landArea", oneOf(random, AREAS));
                case 5 -> put(body, "jobs", oneOf(random, JOBS));
                default -> put(body, "investment", random.nextInt(12) == 0 ? null : investment(random));
            }
        }
    }

    private static Map<String, Object> investment(Random random) {
        var amount = random.nextInt(3) == 0
                ? new BigDecimal(oneOf(random, AMOUNTS))
                : BigDecimal.valueOf(Math.abs(random.nextLong()) % 200_000_000_000L, 2);
        return Map.of("amount", amount, "currency", random.nextInt(4) == 0 ? Ground.CURRENCY : "CNY");
    }

    private void move(JsonNode project, Random random) {
        var stage = Question.STAGES.indexOf(project.get("stage").asText());
        var to = Math.min(3, stage + (random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1));
        var move = new LinkedHashMap<String, Object>();
        var on = random.nextInt(10) == 0 ? ground.day(random) : ground.dayFrom(since(project), random);
        move.put("to", Question.STAGES.get(to));
        move.put("on", on.toString());
        if (to > stage + 1 && random.nextBoolean()) {
            move.put(
                    "via",
                    Map.of(
                            Question.STAGES.get(stage + 1),
                            ground.dayFrom(since(project), random).toString()));
        }
        if (random.nextInt(10) > 0) {
            move.put("agreement", random.nextBoolean() ? "FORMAL" : "FRAMEWORK");
        }
        if (random.nextInt(3) == 0) {
            move.put("investment", investment(random));
        }
        note(client.post(address(project) + "/moves", move));
    }

    private void amend(JsonNode project, Random random) {
        var patch = new LinkedHashMap<String, Object>();
        values(patch, random, 1 + random.nextInt(2));
        if (random.nextInt(6) == 0) {
            put(
                    patch,
                    "zone",
                    oneOf(
                            random,
                            Arrays.asList(ground.zones().get(0), ground.zones().get(1), null)));
        }
        if (random.nextInt(6) == 0) {
            put(patch, "sector", oneOf(random, ground.sectors()));
        }
        if (random.nextInt(6) == 0) {
            put(patch, "agreement", oneOf(random, AGREEMENTS));
        }
        var effectiveOn = random.nextInt(4) == 0
                ? ""
                : "?effectiveOn="
                        + (random.nextBoolean() ? ground.day(random) : ground.dayFrom(since(project), random));
        var ifMatch = random.nextBoolean() ? "*" : "\"" + project.get("version").asInt() + "\"";
        note(client.patch(address(project) + effectiveOn, patch, ifMatch));
    }

    /** Puts a project on a list or takes it off. Replays know no lists, and what is on one cannot be deleted. */
    void list(Random random) {
        if (ids.isEmpty()) {
            return;
        }
        var project = Objects.requireNonNull(seen.get(oneOf(random, ids)));
        var on = random.nextBoolean() ? ground.day(random) : ground.dayFrom(since(project), random);
        var side = random.nextInt(3) > 0 ? "join" : "leave";
        var change = Map.of("on", on.toString(), side, List.of(project.get("id").asLong()));
        var answer = client.post("/api/v1/project-lists/" + oneOf(random, ground.lists()) + "/changes", change);
        assertTrue(ANSWERS.contains(answer.status()), () -> answer.status() + " " + answer.text());
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == 200) {
            note(client.get(address(project)));
        }
    }

    private void reverse(JsonNode project, Random random) {
        var moves = project.get("moves");
        if (moves.isEmpty()) {
            amend(project, random);
            return;
        }
        var move = moves.get(random.nextInt(5) == 0 ? 0 : moves.size() - 1);
        note(client.delete(address(project) + "/moves/" + move.get("id").asLong() + "?reason=test"));
    }

    private void turn(JsonNode project, Random random) {
        var turn = new LinkedHashMap<String, Object>();
        turn.put("status", oneOf(random, STATUSES));
        turn.put("on", ground.dayFrom(since(project), random).toString());
        if (random.nextInt(10) > 0) {
            turn.put("reason", "原因" + random.nextInt(3));
        }
        note(client.put(address(project) + "/status", turn));
    }

    /** A deleted project has no timeline any more, so it is read just before; nobody else writes meanwhile. */
    private void delete(JsonNode project) {
        var id = project.get("id").asLong();
        var timeline = client.get(address(project) + "/timeline").expecting(200);
        note(client.delete(address(project)).expecting(204));
        var moment = client.get("/api/v1/size-tiers").at("/knownAt").asText();
        replay.add(id, timeline.body(), Instant.parse(moment));
        ids.remove(id);
    }

    /** Reads the timelines of all projects that stand. */
    void readTimelines() {
        ids.forEach(id -> replay.add(
                id, client.get(PROJECTS + "/" + id + "/timeline").expecting(200).body()));
    }

    private LocalDate since(JsonNode project) {
        var since = project.get("stageSince");
        return since.isNull()
                ? ground.day(new Random(project.get("version").asInt()))
                : LocalDate.parse(since.asText());
    }

    private static String address(JsonNode project) {
        return PROJECTS + "/" + project.get("id").asLong();
    }
}
