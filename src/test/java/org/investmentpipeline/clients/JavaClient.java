package org.investmentpipeline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A report in Java with the client that openapi-generator makes of the contract, compiled and run apart from the service.
 * The libraries of the generated client are those of the tests. Only with the profile {@code clients}.
 */
class JavaClient {
    private static final String LIBRARIES = System.getProperty("java.class.path");

    @Test
    void theProgramIsGeneratedCompilesAndWalks() throws Exception {
        var project = ClientProject.of("java");
        project.generate("generator.yaml");
        compile(project.target());

        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = "classes" + System.getProperty("path.separator") + LIBRARIES;
        var printed = project.walk(Map.of(), java, "-Dstdout.encoding=UTF-8", "-cp", classes, "Walk");

        assertEquals("""
                registered once: true 9999999999999.99
                refused: /problems/requirements-missing [agreement]
                moved: SIGNED 2023-06-28 UNDER_NEGOTIATION
                renamed: f, officer null; then /problems/stale-version
                listed: b c d f
                stock: SIGNED 10b-up 1 9999999999999.99: f
                flows: 2023-Q1 4, 2023-Q2 1; 20000001000000.28
                imported: 2 new, 0 as they were, [code, name, investment, zone, stage]
                imported again: 0 new, 2 as they were, [code, name, investment, zone, stage]
                """, printed);
    }

    private static void compile(Path directory) throws Exception {
        var sources = new ArrayList<>(List.of(directory.resolve("Walk.java")));
        try (var generated = Files.walk(directory.resolve("src/main/java"))) {
            generated.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var classes = Files.createDirectories(directory.resolve("classes"));
        var options = List.of("-proc:none", "-encoding", "UTF-8", "-cp", LIBRARIES, "-d", classes.toString());
        var said = new StringWriter();

        var compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));

        assertTrue(compiled.call(), said::toString);
    }
}
