package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectPackages;

/** {@code verify} runs the REST tests by {@link EdgeSuite} and {@link LedgerSuite}: each of them is in one of the two. */
class SuitesTest {
    private static final Path SOURCES = Path.of("src/test/java");

    private static final List<String> SELECTED = Stream.of(EdgeSuite.class, LedgerSuite.class)
            .map(suite -> suite.getAnnotation(SelectPackages.class))
            .flatMap(selected -> Arrays.stream(selected.value()))
            .toList();

    @Test
    void eachRestTestRunsOnce() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var tests = files.filter(file -> file.toString().endsWith("IT.java"))
                    .filter(file -> !isPackaged(file))
                    .map(SOURCES::relativize)
                    .toList();

            assertFalse(tests.isEmpty());
            assertEquals(
                    List.of(),
                    tests.stream().filter(test -> suites(packageOf(test)) != 1).toList());
        }
    }

    @Test
    void aTestOfAnotherPackageWouldBeSeen() {
        assertEquals(0, suites("org.investmentpipeline"));
        assertEquals(0, suites("org.investmentpipeline.figureskating"));
        assertEquals(1, suites("org.investmentpipeline.figures.rollup"));
    }

    private static long suites(String name) {
        return SELECTED.stream()
                .filter(selected -> name.equals(selected) || name.startsWith(selected + "."))
                .count();
    }

    private static String packageOf(Path test) {
        return test.getParent().toString().replaceAll("[/\\\\]", ".");
    }

    private static boolean isPackaged(Path test) {
        try {
            return Files.readString(test).contains("@Tag(\"packaged\")");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
