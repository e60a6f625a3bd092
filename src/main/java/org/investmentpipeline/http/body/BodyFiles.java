package org.investmentpipeline.http.body;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.file.OwnFile;
import org.investmentpipeline.http.connection.ConnectionSettings;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.jboss.logging.Logger;

/** Creates the temporary files of large bodies, and limits their number. */
@ApplicationScoped
class BodyFiles {
    private static final Logger LOG = Logger.getLogger(BodyFiles.class);
    private static final Duration LATER = Duration.ofSeconds(10);

    private final FileSystem disk;
    private final Path directory;
    private final int most;
    private final int mostOfOneUser;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> takenBy = new ConcurrentHashMap<>();

    BodyFiles(
            Vertx vertx,
            ConnectionSettings settings,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory) {
        this.disk = vertx.fileSystem();
        this.directory = directory.toAbsolutePath();
        this.most = settings.bodiesOnDisk();
        this.mostOfOneUser = settings.bodiesOnDiskOfOneUser();
    }

    /** A new file for a user's body; refused (503) when there are too many. */
    Future<BodyFile> open(String user) {
        var all = taken.incrementAndGet();
        var own = takenBy.merge(user, 1, Integer::sum);
        if (all > most || own > mostOfOneUser) {
            giveBack(user);
            return Future.failedFuture(full());
        }
        var path = directory.resolve(UUID.randomUUID() + ".body");
        var options = new OpenOptions().setCreateNew(true);
        if (OwnFile.isPosix(directory)) {
            options.setPerms("rw-------");
        }
        return disk.mkdirs(directory.toString())
                .compose(made -> disk.open(path.toString(), options))
                .map(out -> new BodyFile(disk, out, path, () -> giveBack(user)))
                .onFailure(failed -> giveBack(user))
                .recover(failed -> Future.failedFuture(notKept(failed)));
    }

    private void giveBack(String user) {
        taken.decrementAndGet();
        takenBy.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
    }

    /** The problem for a body that cannot be written to the disk. */
    static Problem notKept(Throwable failed) {
        LOG.warnf("A request body cannot be written to the disk: %s", failed);
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "The service has no space for this request body; nothing was done. Try again later.",
                        "服务没有空间存放请求内容，未作任何处理，请稍后重试。")
                .retryAfter(LATER);
    }

    private static Problem full() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Too many large request bodies are being received; nothing was done. Try again later.",
                        "正在上传的大型内容过多，未作任何处理，请稍后重试。")
                .retryAfter(LATER);
    }
}
