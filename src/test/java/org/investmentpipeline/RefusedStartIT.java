package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.h2.mvstore.DataUtils;
import org.investmentpipeline.support.FailedStart;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.ReplayScale;
import org.investmentpipeline.support.SharedService;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A start that cannot succeed: it ends at once with one sentence and exit code 1, and waits only for what may still come. Cases like
 * others are tried in {@code -Pnightly} alone: each is a start.
 */
@Tag("packaged")
class RefusedStartIT {
    private static final String DATA = "PIPELINE_DATA_DIR";

    @Test
    void aDatabaseInUseByAnotherProcessIsNamedAndTheOtherProcessGoesOn() throws Exception {
        var other = SharedService.h2();

        var refused = h2(other.data());

        refused.saysInOneLine("pipeline.mv.db is in use by another process", "正被其他进程使用");
        assertEquals(200, other.service().get("/api/v1/sectors").statusCode());
    }

    /** A file in the way refuses the administrator of the machine too, whom permissions would not. */
    @Test
    void aDataDirectoryThatCannotBeCreatedIsNamed() throws Exception {
        var file = Files.writeString(TestDatabase.newDirectory().resolve("file"), "");

        h2(file.resolve("data")).saysInOneLine("file/data cannot be created", "无法创建数据目录");
        if (ReplayScale.isFull()) {
            h2(file).saysInOneLine("file cannot be created", "无法创建数据目录");
        }
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        var readOnly = Path.of("/proc/self/task");
        Assumptions.assumeTrue(Files.isDirectory(readOnly), "needs a directory where nobody can create a file");

        h2(readOnly).saysInOneLine("cannot be written", "无法写入数据目录");
    }

    /** What is beside it would be taken for left by instances that are gone. */
    @Test
    void aDirectoryForUploadsThatIsNotOfOneInstanceIsNamed() throws Exception {
        var settings = Map.of(
                DATA,
                TestDatabase.newDirectory().toString(),
                "QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY",
                TestDatabase.newDirectory().toString());

        FailedStart.of(Packages.h2(), settings)
                .saysInOneLine("quarkus.http.body.uploads-directory must end with", "无法创建上传目录");
    }

    @Test
    void aDatabaseFileThatCannotBeWrittenIsNamed() throws Exception {
        var data = TestDatabase.newDirectory();
        Files.createDirectory(data.resolve("pipeline.mv.db"));

        h2(data).saysInOneLine("pipeline.mv.db cannot be written", "无法写入数据库文件");
    }

    @Test
    void aDamagedDatabaseFileIsNamedAndNeverTakenForAnEmptyOne() throws Exception {
        var noise = new byte[400_000];
        new Random(1).nextBytes(noise);
        var data = TestDatabase.newDirectory();
        var file = data.resolve("pipeline.mv.db");
        if (ReplayScale.isFull()) {
            Files.write(file, noise);
            h2(data).saysInOneLine("pipeline.mv.db is damaged", "已损坏");
        }

        var whole = Files.readAllBytes(SharedService.h2().data().resolve("pipeline.mv.db"));
        System.arraycopy(noise, 0, whole, 8_192, Math.min(whole.length - 8_192, noise.length));
        Arrays.fill(whole, Math.min(whole.length, noise.length), whole.length, (byte) 7);
        Files.write(file, whole);
        h2(data).saysInOneLine("is damaged", "已损坏");
    }

    @Test
    void aDatabaseFileOfAnotherVersionIsNamed() throws Exception {
        var data = TestDatabase.newDirectory();
        var head = "H:2,block:6,blockSize:1000,chunk:5,clean:1,created:1a2206d47ae,format:9,version:5";
        var block = Arrays.copyOf(
                "%s,fletcher:%x\n".formatted(head, fletcher(head)).getBytes(StandardCharsets.US_ASCII), 4096);
        var file = new byte[16_384];
        System.arraycopy(block, 0, file, 0, block.length);
        System.arraycopy(block, 0, file, block.length, block.length);
        Files.write(data.resolve("pipeline.mv.db"), file);

        h2(data).saysInOneLine("was written by another version of H2", "由其他版本的 H2 写入");
    }

    /** The checksum in the head of a file of H2. */
    private static int fletcher(String text) {
        return DataUtils.getFletcher32(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }

    /** No file of the process may grow beyond 64 KB, as if the disk were full. */
    @Test
    void aFullDiskIsNamed() throws Exception {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Assumptions.assumeTrue(system.contains("linux"), "prlimit is a command of Linux");

        var refused = FailedStart.of(
                Packages.h2(), Map.of(DATA, TestDatabase.newDirectory().toString()), "prlimit", "--fsize=65536");

        refused.saysInOneLine("File too large", "数据库");
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());

            var refused = FailedStart.of(
                    Packages.h2(), Map.of(DATA, TestDatabase.newDirectory().toString(), "QUARKUS_HTTP_PORT", port));

            refused.saysInOneLine("cannot listen on 127.0.0.1, port " + port, "无法在 127.0.0.1 的端口 " + port);
        }
    }

    @Test
    void aWrongSettingIsNamed() throws Exception {
        isNamed("PIPELINE_TIME_ZONE", "Asia/Nowhere");
        if (ReplayScale.isFull()) {
            isNamed("PIPELINE_FIGURES_COMPARE_AFTER", "soon");
            isNamed("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "many");
        }
    }

    private static void isNamed(String setting, String wrong) throws Exception {
        var refused = FailedStart.of(
                Packages.h2(), Map.of(DATA, TestDatabase.newDirectory().toString(), setting, wrong));

        refused.saysInOneLine("A setting is wrong: ", "配置有误");
        assertTrue(refused.output().contains(wrong), refused::output);
    }

    @Test
    void aRefusedUserAndAnUnknownDatabaseOfPostgresqlAreNamed() throws Exception {
        var settings = PostgresServer.newDatabase();
        PostgresServer.withPassword("needs_password", "right");

        if (ReplayScale.isFull()) {
            postgresql(settings, "quarkus.datasource.username", "nobody").saysInOneLine("refuses the user", "拒绝该用户");
        }
        postgresql(settings, "quarkus.datasource.username", "needs_password")
                .saysInOneLine("refuses the user", "拒绝该用户");
        var url = String.valueOf(settings.get("quarkus.datasource.jdbc.url"));
        postgresql(settings, "quarkus.datasource.jdbc.url", url.replaceAll("/pipeline_\\d+", "/nowhere"))
                .saysInOneLine("/nowhere does not exist", "不存在");
    }

    @Test
    void aPostgresqlThatIsNotThereIsWaitedForAndThenNamed() throws Exception {
        var closed = "jdbc:postgresql://127.0.0.1:1/pipeline";

        var refused = FailedStart.of(
                Packages.postgresql(),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        closed,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "secret",
                        "PIPELINE_STARTUP_DATABASE_WAIT",
                        "4s"));

        refused.saysInOneLine("did not answer within 4 seconds", "在 4 秒内没有响应");
        assertTrue(refused.output().contains("does not answer yet"), refused::output);
        assertTrue(refused.duration().toSeconds() >= 4, refused::output);
    }

    private static FailedStart h2(Path data) throws IOException, InterruptedException {
        return FailedStart.of(Packages.h2(), Map.of(DATA, data.toString()));
    }

    private static FailedStart postgresql(Map<String, String> settings, String name, String value)
            throws IOException, InterruptedException {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        changed.put("pipeline.data-dir", TestDatabase.newDirectory().toString());
        return FailedStart.of(Packages.postgresql(), Packages.environment(changed));
    }
}
