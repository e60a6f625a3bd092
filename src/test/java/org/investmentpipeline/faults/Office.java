package org.investmentpipeline.faults;

import static org.investmentpipeline.support.Projects.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Agreement;
import org.investmentpipeline.support.Client;
import org.investmentpipeline.support.Eventually;

/** Clerks who all work at the same time, until they are told to stop; then they know what must be there. */
final class Office implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<FaultLoadClient> clerks;
    private final ExecutorService desks;
    private final List<Future<?>> working = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean closed;

    /** The supplier gives what a load balancer would: any instance of the service. */
    Office(int clerks, Supplier<Client> service) {
        this.clerks = IntStream.range(0, clerks)
                .mapToObj(number -> new FaultLoadClient(number, service))
                .toList();
        this.desks = Executors.newFixedThreadPool(clerks);
        this.clerks.forEach(clerk -> working.add(desks.submit(() -> work(clerk))));
    }

    private void work(FaultLoadClient clerk) {
        while (!closed) {
            clerk.work();
            acknowledged.incrementAndGet();
        }
    }

    /** Waits until so much more was acknowledged. */
    void awaitMore(int pieces) throws Exception {
        var enough = acknowledged.get() + pieces;
        await("the clerks get on", () -> acknowledged.get() >= enough);
    }

    /** Waits until so many more requests were refused or got no answer. */
    void awaitTroubles(int times, ToIntFunction<FaultLoadClient> kind) throws Exception {
        var enough = sum(kind) + times;
        await("the fault is felt", () -> sum(kind) >= enough);
    }

    private void await(String sentence, java.util.concurrent.Callable<Boolean> isSo) throws Exception {
        Eventually.within(PATIENCE, sentence, () -> {
            for (var each : working) {
                if (each.isDone()) {
                    each.get();
                }
            }
            return isSo.call();
        });
    }

    int sum(ToIntFunction<FaultLoadClient> kind) {
        return clerks.stream().mapToInt(kind).sum();
    }

    /** Lets each clerk finish what they are at; fails when one has met what no fault excuses. */
    void endWork() throws Exception {
        closed = true;
        for (var each : working) {
            each.get(2, TimeUnit.MINUTES);
        }
    }

    /** All that was acknowledged is there, each thing once, and nothing else; and all figures say so. */
    void findsAllAcknowledged(Client client) {
        var codes = clerks.stream().flatMap(FaultLoadClient::codes).sorted().toList();
        assertEquals(codes, client.follow(PATH + "?status=ACTIVE", 200).all("code"));
        clerks.forEach(clerk -> clerk.findsAllAcknowledged(client));
        var investment = clerks.stream().map(FaultLoadClient::investment).reduce(BigDecimal.ZERO, BigDecimal::add);
        new Agreement(codes.size(), investment).isShownBy(client);
    }

    @Override
    public void close() {
        closed = true;
        desks.shutdownNow();
    }
}
