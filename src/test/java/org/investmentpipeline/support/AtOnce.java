package org.investmentpipeline.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.investmentpipeline.support.Client.Answer;

/** Clients that call at the same moment, each over a connection of its own. */
public final class AtOnce {
    private final List<Client> clients;

    public AtOnce(int clients) {
        this.clients = IntStream.range(0, clients).mapToObj(any -> new Client()).toList();
    }

    /** What one of the clients asks; the number is its own. */
    @FunctionalInterface
    public interface Call {
        Answer by(Client client, int number);
    }

    /** What each client is answered, in the order of their numbers. */
    public List<Answer> answers(Call call) {
        var start = new CyclicBarrier(clients.size());
        return all(IntStream.range(0, clients.size())
                .<Callable<Answer>>mapToObj(number -> () -> {
                    start.await();
                    return call.by(clients.get(number), number);
                })
                .toList());
    }

    /** Work on each of many things, shared out to so many hands. */
    public static <T> void each(int hands, List<T> things, Consumer<T> work) {
        all(IntStream.range(0, hands)
                .<Callable<Boolean>>mapToObj(mine -> () -> {
                    for (var i = mine; i < things.size(); i += hands) {
                        work.accept(things.get(i));
                    }
                    return true;
                })
                .toList());
    }

    /** What each work brings, all done at the same time; fails when one does. */
    public static <T> List<T> all(List<? extends Callable<T>> works) {
        var workers = Executors.newFixedThreadPool(works.size());
        try {
            var brought = new ArrayList<T>();
            for (var done : workers.invokeAll(works)) {
                brought.add(done.get());
            }
            return brought;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            workers.shutdownNow();
        }
    }
}
