package org.investmentpipeline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A front end in TypeScript, typed by the contract alone: it compiles under the strictest settings and does what it should
 * against the packaged service. The linter of contracts that needs Node is run here as well. Only with the profiles {@code
 * typescript} and {@code clients}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypescriptClient {
    /** What would silence the compiler where the types of the contract fall short. */
    private static final Pattern SILENCED = Pattern.compile("\\bany\\b|\\bas\\b|\\bunknown\\b|@ts-|\\w!");

    private final ClientProject project;

    TypescriptClient() throws IOException {
        this.project = ClientProject.of("typescript");
    }

    @BeforeAll
    void install() throws Exception {
        project.run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    @Test
    void theProgramKnowsNothingButTheContract() throws Exception {
        assertEquals(List.of(), project.found("walk.ts", SILENCED));
        assertTrue(SILENCED.matcher("const project = answer as Project").find());
    }

    @Test
    void spectralFindsNoFaultInTheContract() throws Exception {
        var printed = project.run("npm", "run", "lint");

        assertTrue(printed.contains("No results"), printed);
    }

    @Test
    void theProgramsCompileValidateAndWalk() throws Exception {
        project.run("npm", "run", "generate");
        project.run("npm", "run", "compile");

        assertEquals("""
                a code of Chinese characters: right
                a user of Chinese characters: right
                a name of several lines: right
                a blank name: wrong
                an amount below zero: wrong
                """, project.run("node", "validate.js"));
        assertEquals("""
                registered once: true
                refused: 422 agreement
                moved: 签约, 1 move
                renamed: f
                listed: b c d e f
                stock: 签约 1b-5b 1 1200000000: f
                flows: 2023-Q1 5, 2023-Q2 1; change none
                """, project.walk(Map.of(), "node", "walk.js"));
    }
}
