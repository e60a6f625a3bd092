package org.investmentpipeline.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service as it is packaged, in a process of its own, with nothing of the source around it. */
public final class PackagedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private PackagedService(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts an application directory with these environment variables and waits until it is ready. */
    public static PackagedService start(Path application, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(List.of(), application, settings);
    }

    /** The same by another command, such as {@code nice}, which is given that of the service. */
    public static PackagedService start(List<String> prefix, Path application, Map<String, String> settings)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.addAll(Packages.briefCommand("-Xmx1g", "-Xms512m", "-Xmn256m", "-XX:ReservedCodeCacheSize=256m"));
        var directory = TestDatabase.newDirectory();
        var all = new HashMap<>(settings);
        all.putIfAbsent("PIPELINE_DATA_DIR", directory.resolve("data").toString());
        // The first user and each sign-in would cost 80 ms and more; DistributionIT has the service's own cost.
        all.putIfAbsent("PIPELINE_PASSWORDS_COST", "4");
        return start(command, application, directory.resolve("service.log"), all);
    }

    /** As {@link #start(Path, Map)}, with these options of Java, as operators give them. */
    public static PackagedService start(Path application, Map<String, String> settings, String... options)
            throws IOException, InterruptedException {
        return start(command(application, options), settings);
    }

    /** The command that starts an application directory with these options of Java. */
    public static List<String> command(Path application, String... options) {
        var command = new ArrayList<String>();
        command.add(Packages.java());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return command;
    }

    /** Runs a command that becomes the service, in a new directory, and waits until it is ready. */
    public static PackagedService start(List<String> command, Map<String, String> settings)
            throws IOException, InterruptedException {
        var directory = TestDatabase.newDirectory();
        return start(command, directory, directory.resolve("service.log"), settings);
    }

    private static PackagedService start(List<String> command, Path directory, Path log, Map<String, String> settings)
            throws IOException, InterruptedException {
        var port = FreePort.next();
        SignedIn.forget(port);
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putIfAbsent("PIPELINE_ADMIN_PASSWORD", SignedIn.PASSWORD);
        // Data that outlives many services collects the tokens of each.
        builder.environment().putIfAbsent("PIPELINE_TOKENS_PER_USER", "1000000");
        var service = new PackagedService(builder.start(), port, log);
        service.awaitReady();
        return service;
    }

    public int port() {
        return port;
    }

    /**
     * How much memory the process takes, in MB as its operating system tells it: {@code VmRSS} now, {@code VmHWM} at most. A dash
     * where it does not tell.
     */
    public String memory(String name) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return "–";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1_000))
                .findFirst()
                .orElse("–");
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(signedIn(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                signedIn(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What it has logged so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** The CPU time that its process took so far. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Its process, as its operating system knows it. */
    public long pid() {
        return process.pid();
    }

    /** The names of its threads, as the tools of Java tell them. */
    public List<String> threads() throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var printing = new ProcessBuilder(tool, Long.toString(process.pid()), "Thread.print").start();
        try (var lines = printing.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("\"") && line.contains(" prio="))
                    .map(line -> line.substring(1, line.indexOf('"', 1)))
                    .sorted()
                    .toList();
        }
    }

    /** Stops the service as an operator would, and waits until it is gone. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not stop, see " + log);
        }
    }

    /** Ends the process at once, as a power cut would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        if (!process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("survives, see " + log);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            var gone = process.waitFor(20, TimeUnit.MILLISECONDS);
            if (gone || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("did not become ready:\n" + Files.readString(log));
            }
        }
    }

    /** Whether it says that it is ready; not when nobody listens. */
    public boolean isReady() throws IOException, InterruptedException {
        try {
            var ready = request("/q/health/ready").build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** As the first user. */
    private HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", SignedIn.bearer(port));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }
}
