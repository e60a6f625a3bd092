package org.investmentpipeline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A report in Python with the client that openapi-generator makes of the contract. It needs Python 3 with urllib3,
 * dateutil, typing-extensions and pydantic; the generator follows the version of pydantic, 2 or 1, that is installed.
 * Only with the profile {@code clients}.
 */
class PythonClient {
    /** Each package of the generated client's needs, and the version of pydantic at last. */
    private static final String NEEDS =
            "import urllib3, dateutil, typing_extensions, pydantic; print('pydantic', pydantic.VERSION)";

    private static final Pattern PYDANTIC = Pattern.compile("pydantic ([12])\\.");

    private final String python = System.getProperty("clients.python", "python3");

    @Test
    void theProgramIsGeneratedAndWalks() throws Exception {
        var project = ClientProject.of("python");
        var pydantic = PYDANTIC.matcher(project.run(python, "-c", NEEDS));
        assertTrue(pydantic.find(), "pydantic 1 or 2 is needed");
        project.generate("pydantic" + pydantic.group(1) + ".yaml");

        // Debian has pydantic 1 without all that its client needs.
        var modules = pydantic.group(1).equals("1") ? project.source().resolve("pydantic1") : project.target();
        var printed = project.walk(
                Map.of("PYTHONPATH", modules.toAbsolutePath().toString(), "PYTHONIOENCODING", "utf-8"),
                python,
                "walk.py");

        assertEquals("""
                registered once: True 9999999999999.99
                refused: /problems/requirements-missing ['agreement']
                moved: SIGNED 2023-06-28 UNDER_NEGOTIATION
                renamed: f, officer None; then /problems/stale-version
                listed: b c d f
                stock: SIGNED 10b-up 1 9999999999999.99: f
                flows: 2023-Q1 4, 2023-Q2 1; 20000001000000.28; change None
                imported: 2 ['code', 'name', 'investment', 'zone', 'stage']
                imported again: 2
                """, printed);
    }
}
