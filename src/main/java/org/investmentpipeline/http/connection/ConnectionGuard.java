package org.investmentpipeline.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.investmentpipeline.http.body.RequestBodies;
import org.jspecify.annotations.Nullable;

/**
 * Closes an HTTP/1.1 connection whose client is too slow: with the head of a request, between two requests, or in taking an
 * answer. While a request is processed its client is not timed here; the body is measured by {@link RequestBodies}.
 *
 * <p>Added to each accepted channel by {@link ConnectionGuards}; everything except the marks runs on the channel's own thread.
 */
public final class ConnectionGuard extends ChannelDuplexHandler {
    /**
     * The number of requests begun and ended, and whether a replaceable body is awaited. Of a type of the JDK, since the
     * guard and the code that marks requests may come from different class loaders in tests.
     */
    private static final AttributeKey<AtomicIntegerArray> MARKS = AttributeKey.valueOf("pipeline.connection");

    private static final int BEGUN = 0;
    private static final int ENDED = 1;
    private static final int REPLACEABLE = 2;
    private static final long NEVER = Long.MIN_VALUE;
    private static final long CHECK_MILLIS = 1_000;

    private final ConnectionGuards guards;
    private final AtomicIntegerArray marks = new AtomicIntegerArray(3);
    private @Nullable Future<?> checks;
    private volatile @Nullable ChannelHandlerContext channel;

    private volatile int begunBefore;
    private volatile long waitingSince = System.nanoTime();
    private long firstByteAt = waitingSince;

    private long written;
    private long windowBegan = NEVER;
    private long takenBefore;
    private volatile long pending;
    private long takenAtLastCheck;

    ConnectionGuard(ConnectionGuards guards) {
        this.guards = guards;
    }

    /** Marks that the head of a request is complete. */
    static void begin(Channel channel) {
        mark(channel, BEGUN, 1);
    }

    /** Marks that a request was answered. */
    static void end(Channel channel) {
        mark(channel, ENDED, 1);
    }

    /** Marks that a body begins (1) or ceases (-1) to be awaited from a client that new connections may replace. */
    public static void replaceable(Channel channel, int more) {
        mark(channel, REPLACEABLE, more);
    }

    private static void mark(Channel channel, int mark, int more) {
        var marks = channel.attr(MARKS).get();
        if (marks != null) {
            marks.addAndGet(mark, more);
        }
    }

    @Override
    public void channelRegistered(ChannelHandlerContext context) {
        channel = context;
        context.channel().attr(MARKS).set(marks);
        checks = context.executor()
                .scheduleWithFixedDelay(() -> check(context), CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
        guards.opened(this);
        context.fireChannelRegistered();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (checks != null) {
            checks.cancel(false);
        }
        guards.pending(-pending);
        guards.closed(this);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (firstByteAt == NEVER) {
            firstByteAt = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        written += size(message);
        context.write(message, promise);
    }

    private static long size(Object message) {
        if (message instanceof ByteBuf bytes) {
            return bytes.readableBytes();
        }
        if (message instanceof FileRegion region) {
            return region.count();
        }
        return message instanceof ByteBufHolder holder ? holder.content().readableBytes() : 0;
    }

    private void check(ChannelHandlerContext context) {
        var now = System.nanoTime();
        if (isAnswering(now)) {
            firstByteAt = NEVER;
        } else if (firstByteAt != NEVER && now - firstByteAt > guards.headNanos()) {
            close(SlowConnection.HEAD);
        } else if (firstByteAt == NEVER && now - waitingSince > guards.idleNanos()) {
            close(SlowConnection.IDLE);
        }
        if (takesTooSlowly(context, now)) {
            close(SlowConnection.ANSWER);
        }
    }

    /** Whether a request is being answered, or was since the last check. */
    private boolean isAnswering(long now) {
        var begun = marks.get(BEGUN);
        if (begun == begunBefore && begun == marks.get(ENDED)) {
            return false;
        }
        begunBefore = begun;
        if (marks.get(REPLACEABLE) == 0 && pending == 0) {
            waitingSince = now;
        }
        return true;
    }

    /** The client must read something in each window; and at each check while the unread answers of all clients exceed their limit. */
    private boolean takesTooSlowly(ChannelHandlerContext context, long now) {
        var buffer = context.channel().unsafe().outboundBuffer();
        var pendingBefore = pending;
        pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        var crowded = guards.pending(pending - pendingBefore);
        if (buffer == null || pending == 0) {
            windowBegan = NEVER;
            return false;
        }
        var taken = written - pending + buffer.currentProgress();
        var stuck = crowded && pendingBefore > 0 && taken == takenAtLastCheck;
        takenAtLastCheck = taken;
        if (windowBegan == NEVER || now - windowBegan >= guards.windowNanos()) {
            stuck |= windowBegan != NEVER && taken - takenBefore < guards.leastInWindow();
            windowBegan = now;
            takenBefore = taken;
        }
        return stuck;
    }

    /** The moment since which the client is awaited; absent while the service itself works on a request. */
    @Nullable
    Long waitingSince() {
        var begun = marks.get(BEGUN);
        var awaited = begun == marks.get(ENDED) || marks.get(REPLACEABLE) > 0 || pending > 0;
        if (!awaited) {
            return null;
        }
        // A client that sent a request since the last check is awaited only since then.
        return begun == begunBefore || marks.get(REPLACEABLE) > 0 ? waitingSince : Long.valueOf(System.nanoTime());
    }

    /** Whether a request was answered on this connection (keep-alive between requests). */
    boolean hasAnswered() {
        return marks.get(ENDED) > 0;
    }

    /** Closes from here towards the socket: the HTTP server would first flush what its client does not read. */
    void close(SlowConnection reason) {
        var towardsSocket = channel;
        if (towardsSocket != null && towardsSocket.channel().isOpen()) {
            reason.count();
            towardsSocket.close();
        }
    }
}
