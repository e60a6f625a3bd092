package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.investmentpipeline.support.Distribution;
import org.investmentpipeline.support.Eventually;
import org.investmentpipeline.support.PackagedService;

/**
 * The start of the H2 edition beside that of a plain Quarkus application ({@code src/test/plain-quarkus}): the same extensions, one
 * entity, one resource, one migration, and every setting as Quarkus has it. Both take turns, each time with an empty database, the same
 * heap; the service by its start script, with the archive of loaded classes that the script makes at the first start.
 */
final class Start {
    /** Until readiness is green: CPU and elapsed time in seconds, resident memory in MB. */
    record Measured(double cpu, double wall, double resident) {}

    record Outcome(List<Measured> service, List<Measured> plain) {
        double median(List<Measured> starts, ToDoubleFunction<Measured> figure) {
            return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
        }

        /** One figure of both, and how many times the plain application's the service's is. */
        String line(String name, ToDoubleFunction<Measured> figure) {
            var ours = median(service, figure);
            var theirs = median(plain, figure);
            return "| %s | %.1f | %.1f | %.2f |".formatted(name, ours, theirs, ours / theirs);
        }
    }

    private static final int STARTS = Integer.getInteger("benchmark.starts", 5);
    private static final String HEAP = "-Xmx256m";
    private static final Duration ARCHIVED = Duration.ofMinutes(2);

    private Start() {}

    static Outcome measure() throws Exception {
        var home = Distribution.unpacked();
        var command = List.of(Distribution.script(home));
        start(command);
        Eventually.within(
                ARCHIVED, "no archive of classes", () -> Files.exists(home.resolve("quarkus-app/service.jsa")));
        var plain = PlainQuarkus.build();
        var ours = new ArrayList<Measured>();
        var theirs = new ArrayList<Measured>();
        for (var i = 0; i < STARTS; i++) {
            ours.add(start(command));
            theirs.add(start(PackagedService.command(plain, HEAP)));
        }
        return new Outcome(ours, theirs);
    }

    /** Each in a new directory, which is where both keep their data. */
    private static Measured start(List<String> command) throws IOException, InterruptedException {
        var settings = Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", HEAP);
        var began = System.nanoTime();
        try (var started = PackagedService.start(command, settings)) {
            var wall = (System.nanoTime() - began) / 1e9;
            return new Measured(started.cpuSeconds(), wall, Double.parseDouble(started.memory("VmRSS")));
        }
    }
}
