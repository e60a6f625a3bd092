package org.investmentpipeline.http.body;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A temporary file with the body of a request, deleted with the request. */
final class BodyFile {
    private static final Logger LOG = Logger.getLogger(BodyFile.class);

    private final FileSystem disk;
    private final AsyncFile out;
    private final Path path;
    private final Runnable deleted;
    private @Nullable Future<Void> closed;
    private @Nullable InputStream stream;
    private @Nullable Throwable failure;
    private int pending;
    private @Nullable Promise<Void> written;

    BodyFile(FileSystem disk, AsyncFile out, Path path, Runnable deleted) {
        this.disk = disk;
        this.out = out;
        this.path = path;
        this.deleted = deleted;
    }

    /** Writes asynchronously; false when so much is buffered that the client should be paused until the disk has caught up. */
    boolean write(Buffer bytes, Runnable caughtUp) {
        begin();
        out.write(bytes).onComplete(this::end);
        if (!out.writeQueueFull()) {
            return true;
        }
        out.drainHandler(drained -> caughtUp.run());
        return false;
    }

    private synchronized void begin() {
        pending++;
    }

    /** The first failure counts. Writes are not chained: a chain of thousands, completed at once, overflows the stack. */
    private void end(AsyncResult<Void> write) {
        Promise<Void> awaited = null;
        synchronized (this) {
            failure = failure == null ? write.cause() : failure;
            pending--;
            if (pending == 0) {
                awaited = written;
            }
        }
        if (awaited != null) {
            awaited.tryComplete();
        }
    }

    /** All writes, of which a failed one may end after the file was closed; fails with the first failure. */
    private Future<Void> writes() {
        Future<Void> all;
        synchronized (this) {
            written = Promise.promise();
            all = pending == 0 ? Future.succeededFuture() : written.future();
        }
        return all.compose(ended -> failure() == null ? Future.succeededFuture() : Future.failedFuture(failure()));
    }

    private synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** The content, once it is written completely; fails (503) when the disk could not take it. */
    Future<InputStream> content() {
        return close().compose(closed -> writes())
                .recover(failed -> Future.failedFuture(BodyFiles.notKept(failed)))
                .compose(kept -> {
                    try {
                        stream = new BodyStream(path);
                        return Future.succeededFuture(stream);
                    } catch (IOException failed) {
                        return Future.failedFuture(failed);
                    }
                });
    }

    void delete() {
        close().onComplete(any -> {
            closeStream();
            disk.delete(path.toString()).onComplete(gone -> deleted.run());
        });
    }

    private Future<Void> close() {
        if (closed == null) {
            closed = out.close();
        }
        return closed;
    }

    private void closeStream() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException failed) {
            LOG.debug("A body could not be closed", failed);
        }
    }
}
