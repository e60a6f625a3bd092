package org.investmentpipeline.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;
import org.jspecify.annotations.Nullable;

/**
 * Random questions about figures, each put to all instances of a service at one moment of knowledge until the end of the work. All
 * answers to a question are equal, byte by byte; an instance that is gone answers none.
 */
final class InstanceFigures implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> STAGES = List.of("UNDER_NEGOTIATION", "SIGNED", "GROUNDBREAKING", "COMPLETED");
    private static final List<String> DIMENSIONS =
            List.of("stage", "size", "sector", "zone", "origin", "agreement", "status", "key", "leader");
    private static final int DAYS = 400;
    private static final int REMEMBERED = 50;

    private final Supplier<List<Client>> instances;
    private final Random random;
    private final List<String> moments = new ArrayList<>();
    private final AtomicInteger byAll = new AtomicInteger();
    private final ExecutorService desk = Executors.newSingleThreadExecutor();
    private final Future<?> asking;
    private volatile boolean closed;

    /** The supplier gives all instances, in an order that stays. */
    InstanceFigures(long seed, Supplier<List<Client>> instances) {
        this.instances = instances;
        this.random = new Random(seed);
        this.asking = desk.submit(this::ask);
    }

    /** Waits until so many more questions were answered by all instances. */
    void awaitMore(int questions) throws Exception {
        var enough = byAll.get() + questions;
        Eventually.within(PATIENCE, "all instances answer alike", () -> {
            if (asking.isDone()) {
                asking.get();
            }
            return byAll.get() >= enough;
        });
    }

    /** Ends the questions; fails when answers differed. */
    void end() throws Exception {
        closed = true;
        asking.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void ask() {
        while (!closed) {
            var all = instances.get();
            var address = address(all);
            if (address != null) {
                compare(all, address);
            }
        }
    }

    private void compare(List<Client> all, String address) {
        var answers = all.stream()
                .map(instance -> answer(instance, address))
                .flatMap(Optional::stream)
                .toList();
        assertEquals(
                answers.isEmpty() ? 0 : 1,
                Set.copyOf(answers).size(),
                () -> address + ":\n" + String.join("\n", answers));
        if (answers.size() == all.size()) {
            byAll.incrementAndGet();
        }
    }

    /** Nothing from an instance that is gone, or that has just seen it go. */
    private static Optional<String> answer(Client instance, String address) {
        try {
            var answer = instance.get(address);
            return FaultLoadClient.isAcknowledged(answer, 200) ? Optional.of(answer.text()) : Optional.empty();
        } catch (UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    /** A question with its moment: the latest one that an instance knows, an earlier one, or now. */
    private @Nullable String address(List<Client> all) {
        var latest = answer(oneOf(all), "/api/v1/size-tiers");
        latest.ifPresent(text -> moments.add(text.replaceFirst("(?s).*\"knownAt\":\"([^\"]+)\".*", "$1")));
        if (moments.size() > REMEMBERED) {
            moments.remove(random.nextInt(REMEMBERED));
        }
        if (moments.isEmpty()) {
            return null;
        }
        var question = question();
        question.put(
                "knownAt",
                switch (random.nextInt(8)) {
                    case 0 -> Instant.now().minusMillis(1).toString();
                    case 1, 2 -> oneOf(moments);
                    default -> moments.get(moments.size() - 1);
                });
        question.put("asOf", day().toString());
        return Client.address("/api/v1/" + question.remove("figure"), question);
    }

    private Map<String, Object> question() {
        var question = new LinkedHashMap<String, Object>();
        var year = Integer.toString(day().getYear());
        switch (random.nextInt(6)) {
            case 0 -> question.putAll(Map.of("figure", "flows", "period", day() + ".." + LocalDate.now()));
            case 1 -> question.putAll(Map.of("figure", "flows", "period", year, "interval", "month"));
            case 2 -> question.putAll(Map.of("figure", "bridge", "period", year));
            case 3 -> question.putAll(Map.of("figure", "conversion", "signedIn", year));
            case 4 ->
                question.putAll(
                        Map.of("figure", "lead-times", "from", "UNDER_NEGOTIATION", "to", "SIGNED", "period", year));
            default -> question.put("figure", "totals");
        }
        var figure = question.get("figure");
        if (random.nextBoolean() && Set.of("flows", "totals").contains(figure)) {
            question.put("sums", "jobs,landArea");
        }
        filter(question, Set.of("conversion", "lead-times").contains(figure));
        var by = new ArrayList<>(DIMENSIONS);
        var most = question.containsKey("interval") ? 1 : 3;
        while (by.size() > most) {
            by.remove(random.nextInt(by.size()));
        }
        question.put("by", String.join(",", by));
        return question;
    }

    private void filter(Map<String, Object> question, boolean isOfOneStage) {
        switch (random.nextInt(isOfOneStage ? 6 : 8)) {
            case 0 -> question.put("status", List.of("ACTIVE", "SUSPENDED"));
            case 1 -> question.put("agreement", List.of("FORMAL", "unknown"));
            case 2 -> question.put("leader", List.of(oneOf(FaultLoadClient.LEADERS), "unknown"));
            case 3 -> question.put("key", random.nextBoolean());
            case 4 -> question.put("minInvestment", random.nextInt(1_000_000_000));
            case 6 -> question.put("stage", List.of(oneOf(STAGES), oneOf(STAGES)));
            case 7 -> question.put("size", List.of("100m-500m", "unknown"));
            default -> question.remove("status");
        }
    }

    private LocalDate day() {
        return LocalDate.now().minusDays(random.nextInt(3) == 0 ? random.nextInt(DAYS) : 0);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public void close() {
        closed = true;
        desk.shutdownNow();
    }
}
