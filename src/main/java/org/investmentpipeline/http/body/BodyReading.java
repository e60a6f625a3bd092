package org.investmentpipeline.http.body;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import org.investmentpipeline.http.connection.ConnectionGuard;
import org.investmentpipeline.http.connection.ConnectionSettings;
import org.investmentpipeline.http.connection.LeastRate;
import org.investmentpipeline.http.connection.SlowConnection;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request body on the event loop of its connection. The client has to send at a minimum rate in each window, or the
 * connection is closed; while the disk is slower than the client, the client is paused and not measured.
 */
final class BodyReading {
    private static final long LINGER_MILLIS = 1_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final ConnectionSettings settings;
    private final BodyFiles files;
    private final @Nullable String user;
    private final long limit;
    private final Promise<InputStream> complete = Promise.promise();

    private Buffer memory = Buffer.buffer();
    private @Nullable BodyFile file;
    private long length;
    private long lengthBefore;
    private boolean waitsForDisk;
    private boolean waitedForDisk;
    private boolean ended;

    /** The body of an unauthenticated request has no user and is kept in memory only. */
    BodyReading(
            RoutingContext context, ConnectionSettings settings, BodyFiles files, @Nullable String user, long limit) {
        this.context = context;
        this.request = context.request();
        this.settings = settings;
        this.files = files;
        this.user = user;
        this.limit = limit;
    }

    Future<InputStream> begin() {
        request.exceptionHandler(this::fail);
        request.endHandler(any -> end());
        request.handler(this::receive);
        context.addEndHandler(any -> cleanUp());
        measure();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        request.resume();
        return complete.future();
    }

    private void measure() {
        var channel = ((ConnectionBase) request.connection()).channel();
        ConnectionGuard.replaceable(channel, 1);
        var timer = context.vertx().setPeriodic(settings.rateWindow().toMillis(), any -> checkRate());
        complete.future().onComplete(any -> {
            context.vertx().cancelTimer(timer);
            ConnectionGuard.replaceable(channel, -1);
        });
    }

    private void checkRate() {
        if (!waitedForDisk && length - lengthBefore < LeastRate.bytes(settings)) {
            SlowConnection.BODY.count();
            request.connection().close();
        }
        waitedForDisk = waitsForDisk;
        lengthBefore = length;
    }

    private void receive(Buffer bytes) {
        if (complete.future().isComplete()) {
            return;
        }
        length += bytes.length();
        if (length > limit) {
            complete.fail(tooLarge(context, limit));
        } else if (file != null) {
            write(file, bytes);
        } else {
            memory.appendBuffer(bytes);
            if (user != null && length > settings.bodyInMemory().asLongValue()) {
                moveToFile(user);
            }
        }
    }

    private void moveToFile(String user) {
        waitForDisk();
        files.open(user).onFailure(this::fail).onSuccess(opened -> {
            if (ended) {
                opened.delete();
                return;
            }
            file = opened;
            if (opened.write(memory, this::goOn)) {
                goOn();
            }
            memory = Buffer.buffer();
        });
    }

    private void waitForDisk() {
        waitsForDisk = true;
        waitedForDisk = true;
        request.pause();
    }

    private void goOn() {
        waitsForDisk = false;
        request.resume();
    }

    private void write(BodyFile opened, Buffer bytes) {
        if (!opened.write(bytes, this::goOn)) {
            waitForDisk();
        }
    }

    private void end() {
        var content = file == null
                ? Future.<InputStream>succeededFuture(new ByteArrayInputStream(memory.getBytes()))
                : file.content();
        content.onSuccess(complete::tryComplete).onFailure(this::fail);
    }

    /** Fails the request and closes its connection after the answer, without reading the rest of the body. */
    private void fail(Throwable failure) {
        closeAfterAnswer(context);
        complete.tryFail(failure instanceof Problem ? failure : new IOException("The body was not received", failure));
    }

    private void cleanUp() {
        ended = true;
        complete.tryFail(new IOException("The request ended before its body", new ClosedChannelException()));
        if (file != null) {
            file.delete();
        }
    }

    /** Refuses a body, and stops reading it. */
    static Problem tooLarge(RoutingContext context, long limit) {
        closeAfterAnswer(context);
        return Problem.of(ProblemType.TOO_LARGE, "A request body may have at most %d bytes.", "请求内容至多 %d 字节。", limit);
    }

    /** Gives the client a moment to read the answer, and drops what it still sends: a reset of the connection would discard the answer. */
    private static void closeAfterAnswer(RoutingContext context) {
        var request = context.request();
        if (!context.response().headWritten() && !context.response().closed()) {
            context.response().putHeader("Connection", "close");
        }
        context.addEndHandler(ended -> context.vertx()
                .setTimer(LINGER_MILLIS, any -> request.connection().close()));
        request.resume();
    }
}
