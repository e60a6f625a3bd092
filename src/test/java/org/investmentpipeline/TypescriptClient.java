package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.investmentpipeline.support.PackagedService;
import org.investmentpipeline.support.Packages;
import org.investmentpipeline.support.SignedIn;
import org.investmentpipeline.support.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * A front end in TypeScript, typed by the contract alone: it compiles under the strictest settings and does what it should
 * against the packaged service. Run by {@code ./mvnw -Ptypescript verify} alone.
 */
class TypescriptClient {
    private static final Path SOURCE = Path.of("src/test/typescript");
    private static final Path TARGET = Path.of("target/typescript");

    /** What would silence the compiler where the types of the contract fall short. */
    private static final Pattern SILENCED = Pattern.compile("\\bany\\b|\\bas\\b|\\bunknown\\b|@ts-|\\w!");

    @Test
    void theProgramKnowsNothingButTheContract() throws Exception {
        var program = Files.readString(SOURCE.resolve("walk.ts"));

        assertEquals(
                List.of(),
                SILENCED.matcher(program).results().map(found -> found.group()).toList());
        assertTrue(SILENCED.matcher("const project = answer as Project").find());
    }

    @Test
    void theProgramCompilesAndWalks() throws Exception {
        Files.createDirectories(TARGET);
        for (var file : List.of("package.json", "package-lock.json", ".npmrc", "tsconfig.json", "walk.ts")) {
            Files.write(TARGET.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
        }
        run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run(Map.of(), "npm", "run", "generate");
        run(Map.of(), "npm", "run", "compile");

        var settings = Map.of("PIPELINE_DATA_DIR", TestDatabase.newDirectory().toString());
        try (var service = PackagedService.start(Packages.h2(), settings)) {
            var printed = run(
                    Map.of("SERVICE", "http://127.0.0.1:" + service.port(), "PASSWORD", SignedIn.PASSWORD),
                    "node",
                    "walk.js");

            assertEquals("""
                    registered once: true
                    refused: 422 agreement
                    moved: 签约, 1 move
                    renamed: f
                    listed: b c d e f
                    stock: 签约 1b-5b 1 1200000000: f
                    flows: 2023-Q1 5, 2023-Q2 1; change none
                    """, printed);
        }
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var line = new ArrayList<>(windows ? List.of("cmd", "/c") : List.of());
        line.addAll(List.of(command));
        var builder = new ProcessBuilder(line).directory(TARGET.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), () -> "does not end: " + line);
        assertEquals(0, process.exitValue(), () -> line + "\n" + printed);
        return printed;
    }
}
