package org.investmentpipeline.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.investmentpipeline.fuzz.Request.Target;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.PostgresServer;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Sends the packaged service requests made of its contract, for a time: none is answered with a server error, nor in a way that
 * the contract does not describe. Run by {@code ./mvnw -Pfuzz verify} alone.
 */
class ContractFuzz {
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 5));
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String EDITION = System.getProperty("fuzz.edition", "h2");

    @Test
    void everyAnswerIsOneThatTheContractDescribes() throws Exception {
        var contract = new OpenAPIV3Parser().read("openapi/openapi.yaml");
        var targets = new ArrayList<Target>();
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> targets.add(new Target(method.name(), path, operation))));
        var random = new Random(SEED);
        var known = new Known(random);
        var requests = new Requests(new Values(contract, random, known), known);
        var summary = new Summary(targets);

        try (var service = start()) {
            var judge = new Judge(service.port());
            for (var end = System.nanoTime() + TIME.toNanos(); System.nanoTime() < end; ) {
                var target = targets.get(random.nextInt(targets.size()));
                if (target.method().equals("DELETE") && random.nextInt(4) > 0) {
                    // Else there would soon be nothing left to ask for.
                    continue;
                }
                var request = requests.of(target);
                var judged = judge.send(request);
                summary.add(request, judged);
                if (judged.isSuccess()) {
                    known.learn(
                            request.target().path(),
                            judged.answer().uri().getPath(),
                            judged.body(),
                            judged.answer().headers().firstValue("ETag").orElse(null));
                }
            }
        }

        System.out.println(summary);
        Files.writeString(Path.of("target/fuzz.md"), summary + String.join("\n\n", summary.faults()));
        assertAll(
                "seed " + SEED,
                () -> assertEquals(List.of(), summary.faults()),
                () -> assertEquals(neverDone(), summary.neverDone(), "operations at which nothing succeeded"));
    }

    /** A restoration needs an empty database, which RestorationIT has, and a backup the embedded one. */
    private static List<String> neverDone() {
        return EDITION.equals("h2") ? List.of("restoreDump") : List.of("createBackup", "restoreDump");
    }

    private static PackagedService start() throws Exception {
        return switch (EDITION) {
            case "h2" ->
                PackagedService.start(
                        Packages.h2(),
                        Map.of("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString()));
            case "postgresql" ->
                PackagedService.start(Packages.postgresql(), Packages.environment(PostgresServer.newDatabase()));
            default -> throw new IllegalArgumentException("fuzz.edition is h2 or postgresql, not " + EDITION);
        };
    }
}
