package org.investmentpipeline.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BodyFileTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() throws Exception {
        await(VERTX.close());
    }

    @Test
    void aBodyIsReadAsItCame(@TempDir Path directory) throws Exception {
        var file = open(directory.resolve("body"), new OpenOptions().setCreateNew(true));

        file.write(Buffer.buffer("all of "), () -> {});
        file.write(Buffer.buffer("it"), () -> {});

        try (var content = await(file.content())) {
            assertEquals("all of it", new String(content.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    /** Every write to this device fails as on a full disk, and tells so before the file is closed or after it. */
    @RepeatedTest(200)
    @EnabledOnOs(OS.LINUX)
    void aBodyThatTheDiskDoesNotTakeIsRefused() throws Exception {
        var file = open(Path.of("/dev/full"), new OpenOptions().setCreate(false));

        file.write(Buffer.buffer("lost"), () -> {});

        var failed = assertThrows(ExecutionException.class, () -> await(file.content()));
        assertEquals(
                ProblemType.UNAVAILABLE,
                assertInstanceOf(Problem.class, failed.getCause()).type());
    }

    /** As when the disk of a busy machine answers late, and then all at once. */
    @Test
    void thousandsOfWritesMayWaitForOne(@TempDir Path directory) throws Exception {
        var path = Files.createFile(directory.resolve("body"));
        var late = Promise.<Void>promise();
        var writes = new ArrayDeque<Future<Void>>(List.of(late.future()));
        var out = (AsyncFile) Proxy.newProxyInstance(
                AsyncFile.class.getClassLoader(),
                new Class<?>[] {AsyncFile.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "write" -> writes.isEmpty() ? Future.succeededFuture() : writes.remove();
                    case "close" -> late.future();
                    default -> false;
                });
        var file = new BodyFile(VERTX.fileSystem(), out, path, () -> {});
        for (var i = 0; i < 20_000; i++) {
            file.write(Buffer.buffer("x"), () -> {});
        }
        var content = file.content();

        late.complete();

        await(content).close();
    }

    private static BodyFile open(Path path, OpenOptions options) throws Exception {
        var disk = VERTX.fileSystem();
        return new BodyFile(disk, await(disk.open(path.toString(), options)), path, () -> {});
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
