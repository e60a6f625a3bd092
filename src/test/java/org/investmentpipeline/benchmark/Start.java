package org.investmentpipeline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.TestDatabase;

/**
 * The start of the H2 edition beside that of a plain Quarkus application ({@code src/test/plain-quarkus}): the same extensions, one
 * entity, one resource, one migration, and every setting as Quarkus has it. Both take turns, each time with an empty database, the same
 * heap and an archive of loaded classes for the service alone, as its start script makes one.
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

    private Start() {}

    static Outcome measure() throws Exception {
        var service = Packages.h2();
        var options = Stream.concat(Stream.of(HEAP), Packages.sharingClasses(service).stream())
                .toArray(String[]::new);
        var plain = PlainQuarkus.build();
        var ours = new ArrayList<Measured>();
        var theirs = new ArrayList<Measured>();
        for (var i = 0; i < STARTS; i++) {
            ours.add(start(service, "PIPELINE_DATA_DIR", options));
            theirs.add(start(plain, "PLAIN_DATA_DIR", HEAP));
        }
        return new Outcome(ours, theirs);
    }

    private static Measured start(Path application, String directory, String... options)
            throws IOException, InterruptedException {
        var settings = Map.of(directory, TestDatabase.newDirectory().toString());
        var began = System.nanoTime();
        try (var started = PackagedService.start(application, settings, options)) {
            var wall = (System.nanoTime() - began) / 1e9;
            return new Measured(started.cpuSeconds(), wall, Double.parseDouble(started.memory("VmRSS")));
        }
    }
}
