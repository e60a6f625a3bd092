package org.investmentpipeline.faults;

import static org.investmentpipeline.support.Projects.PATH;
import static org.investmentpipeline.support.Projects.cny;
import static org.investmentpipeline.support.Projects.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Client.Answer;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.Fixtures;
import org.investmentpipeline.support.Ledgers;

/**
 * A clerk who registers, imports, moves, amends and reads, and who sends each request again until it is answered: a POST under the
 * key that it had, a PATCH against the version that it had. Notes what was acknowledged, and fails on any answer that no fault
 * excuses.
 */
final class FaultLoadClient {
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");
    /** The leaders whom projects may have. */
    static final List<String> LEADERS = List.of("王小明", "李 & 张");

    private static final int ROWS = 3;
    private static final int DAYS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What an answer never tells: where the database is, and what it or the code said. */
    private static final Pattern INTERNALS =
            Pattern.compile("exception|jdbc|sql|localhost|connection|org\\.|java\\.", Pattern.CASE_INSENSITIVE);

    private final Random random;
    private final Supplier<Client> service;
    private final Map<Long, JsonNode> projects = new TreeMap<>();
    private final Map<String, BigDecimal> imported = new TreeMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** The supplier gives what a load balancer would: any instance of the service. */
    FaultLoadClient(long seed, Supplier<Client> service) {
        this.random = new Random(seed);
        this.service = service;
    }

    /** One piece of work, until it is acknowledged. */
    void work() {
        var choice = random.nextInt(20);
        if (choice < 5 || projects.isEmpty()) {
            register();
        } else if (choice < 9) {
            move();
        } else if (choice < 13) {
            amend();
        } else if (choice < 14) {
            importLedger();
        } else {
            read();
        }
    }

    private void register() {
        var code = Fixtures.code("clerk");
        var draft = draft("code", code, "investment", cny(Integer.toString(random.nextInt(1_000_000_000))));
        draft.put("key", random.nextBoolean());
        if (random.nextBoolean()) {
            var day = LocalDate.now().minusDays(1 + random.nextInt(DAYS));
            draft.put("stages", Map.of(STAGES.get(0), day.toString()));
            draft.put("leader", LEADERS.get(random.nextInt(LEADERS.size())));
            draft.put("origin", "FOREIGN");
            draft.put("landArea", random.nextInt(1000));
            draft.put("jobs", random.nextInt(1000));
        }
        note(insist(client -> client.post(PATH, draft, code)).expecting(201));
    }

    /** One stage on, where there is one. */
    private void move() {
        var project = any();
        var stage = STAGES.indexOf(project.at("/stage").asText());
        if (stage == STAGES.size() - 1) {
            amend();
            return;
        }
        var move = Map.of("to", STAGES.get(stage + 1), "agreement", "FORMAL");
        var key = UUID.randomUUID().toString();
        note(insist(client -> client.post("%s/%d/moves".formatted(PATH, id(project)), move, key))
                .expecting(201));
    }

    /** A version that was passed by is that of this very change, which got no answer the first time. */
    private void amend() {
        var project = any();
        var amount = random.nextInt(1_000_000_000);
        var before = troubles();
        var address = PATH + "/" + id(project);
        var version = project.at("/version").asInt();
        var answer = insist(client ->
                client.patch(address, Map.of("investment", cny(Integer.toString(amount))), "\"" + version + "\""));
        if (answer.status() == 412 && troubles() > before) {
            answer = insist(client -> client.get(address)).expecting(200);
            assertEquals(version + 1, answer.at("/version").asInt(), answer.text());
            assertEquals(amount, answer.at("/investment/amount").asInt(), answer.text());
        }
        note(answer.expecting(200));
    }

    private void importLedger() {
        var rows = IntStream.range(0, ROWS)
                .boxed()
                .collect(Collectors.toMap(any -> Fixtures.code("row"), any -> new BigDecimal(random.nextInt(100_000))));
        var ledger = rows.entrySet().stream()
                .map(row -> "%s,台账项目,%s,在谈".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n", "项目编号,项目名称,总投资（万元）,建设阶段\n", "\n"));
        var key = UUID.randomUUID().toString();
        var report = insist(client -> client.upload(Ledgers.PATH, ledger, key)).expecting(200);
        assertEquals(ROWS, report.at("/created").asInt(), report.text());
        rows.forEach((code, amount) -> imported.put(code, amount.movePointRight(4)));
    }

    /** A figure adds up in every moment. */
    private void read() {
        var totals = insist(client -> client.get("/api/v1/totals?by=stage")).expecting(200);
        var sum = new ArrayList<JsonNode>();
        totals.at("/rows").forEach(sum::add);
        assertEquals(
                totals.at("/total/count").asInt(),
                sum.stream().mapToInt(row -> row.at("/count").asInt()).sum(),
                totals.text());
        insist(client -> client.get(PATH + "?status=ACTIVE&limit=20")).expecting(200);
    }

    private Answer insist(Function<Client, Answer> request) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var answer = request.apply(service.get());
                if (!isToRepeat(answer)) {
                    return answer;
                }
                refused.incrementAndGet();
            } catch (UncheckedIOException gone) {
                unanswered.incrementAndGet();
            }
            Eventually.breathe();
        }
        throw new AssertionError("nobody answers");
    }

    /** A fault shows as 503, and as a conflict with one's own request that is still under way. */
    private static boolean isToRepeat(Answer answer) {
        var type = answer.at("/type").asText();
        if (answer.status() == 409
                && List.of("/problems/repeated-at-once", "/problems/conflict").contains(type)) {
            return true;
        }
        if (answer.status() == 503) {
            assertEquals("/problems/unavailable", type, answer.text());
            assertTrue(answer.retryAfter().orElse(0) > 0, "no Retry-After");
            assertFalse(INTERNALS.matcher(answer.text()).find(), answer.text());
        }
        return answer.status() == 503;
    }

    /** Whether an answer acknowledges; otherwise it says rightly that it does not. */
    static boolean isAcknowledged(Answer answer, int status) {
        if (isToRepeat(answer)) {
            return false;
        }
        answer.expecting(status);
        return true;
    }

    private void note(Answer answer) {
        projects.put(answer.at("/id").asLong(), answer.body());
    }

    private JsonNode any() {
        return List.copyOf(projects.values()).get(random.nextInt(projects.size()));
    }

    private static long id(JsonNode project) {
        return project.at("/id").asLong();
    }

    private int troubles() {
        return refused() + unanswered();
    }

    /** How many requests were answered 503. */
    int refused() {
        return refused.get();
    }

    /** How many requests got no answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** Everything acknowledged is there as it was acknowledged. */
    void findsAllAcknowledged(Client client) {
        projects.forEach((id, known) ->
                assertEquals(known, client.get(PATH + "/" + id).expecting(200).body()));
    }

    Stream<String> codes() {
        return Stream.concat(
                projects.values().stream().map(project -> project.at("/code").asText()), imported.keySet().stream());
    }

    /** CNY. */
    BigDecimal investment() {
        return Stream.concat(
                        projects.values().stream()
                                .map(project -> project.at("/investment/cny").decimalValue()),
                        imported.values().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
