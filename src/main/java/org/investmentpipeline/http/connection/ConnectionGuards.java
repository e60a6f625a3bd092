package org.investmentpipeline.http.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link ConnectionGuard} in front of each accepted connection, before TLS and HTTP. Netty loads it as a service
 * ({@link ChannelExtensions}); neither Vert.x nor Quarkus shows a connection before its first request is complete. When there are
 * too many connections, those whose clients have been idle longest are closed in favour of new ones, first those without a
 * complete request, so that slow clients only displace one another.
 */
public final class ConnectionGuards extends ChannelInitializerExtension {
    /** The fraction of the connections closed at once, so that the search is rare. */
    private static final int PART = 16;

    private final Set<ConnectionGuard> open = ConcurrentHashMap.newKeySet();
    private final long headNanos;
    private final long idleNanos;
    private final long windowNanos;
    private final long leastInWindow;
    private final int most;
    private final long mostPending;
    private final AtomicLong pending = new AtomicLong();

    /** Made by Netty. */
    public ConnectionGuards() {
        var settings =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(ConnectionSettings.class);
        headNanos = settings.headTimeout().toNanos();
        idleNanos = settings.idleTimeout().toNanos();
        windowNanos = settings.rateWindow().toNanos();
        leastInWindow = LeastRate.bytes(settings);
        most = settings.mostConnections();
        mostPending = settings.answersWaiting().asLongValue();
    }

    @Override
    public void postInitializeServerChildChannel(Channel accepted) {
        accepted.pipeline().addFirst(new ConnectionGuard(this));
    }

    long headNanos() {
        return headNanos;
    }

    long idleNanos() {
        return idleNanos;
    }

    long windowNanos() {
        return windowNanos;
    }

    long leastInWindow() {
        return leastInWindow;
    }

    /** Adds to the unread bytes of all answers; returns whether they exceed the limit. */
    boolean pending(long more) {
        return pending.addAndGet(more) > mostPending;
    }

    void opened(ConnectionGuard guard) {
        open.add(guard);
        if (open.size() > most) {
            makeRoom(guard);
        }
    }

    void closed(ConnectionGuard guard) {
        open.remove(guard);
    }

    private void makeRoom(ConnectionGuard newcomer) {
        var waiting = open.stream()
                .filter(each -> each != newcomer)
                .flatMap(each -> Waiting.of(each))
                .sorted(Comparator.comparing((Waiting each) -> each.guard().hasAnswered())
                        .thenComparingLong(Waiting::since))
                .limit(Math.max(1, most / PART))
                .toList();
        waiting.forEach(each -> each.guard().close(SlowConnection.CROWD));
        if (waiting.isEmpty()) {
            newcomer.close(SlowConnection.CROWD);
        }
    }

    private record Waiting(ConnectionGuard guard, long since) {
        static Stream<Waiting> of(ConnectionGuard guard) {
            @Nullable Long since = guard.waitingSince();
            return since == null ? Stream.empty() : Stream.of(new Waiting(guard, since));
        }
    }
}
