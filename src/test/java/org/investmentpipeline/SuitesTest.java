package org.investmentpipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectPackages;
import org.w3c.dom.NodeList;

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

    /** Those of one pattern run beside the REST tests on H2, those of the other beside those on PostgreSQL; at night all beside the former. */
    @Test
    void eachPackagedSuiteRunsOnce() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        var xpath = XPathFactory.newInstance().newXPath();
        var patterns = new ArrayList<String>();
        for (var database : List.of("h2", "postgresql")) {
            var pattern = xpath.evaluate("/project/properties/packaged.with." + database, pom);
            patterns.add(pattern.replaceAll("^%regex\\[(.*)]$", "$1"));
        }

        try (var files = Files.walk(SOURCES)) {
            var wrong = files.filter(file -> file.toString().endsWith("IT.java"))
                    .filter(file -> runs(file, patterns) != (isPackaged(file) ? 1 : 0))
                    .toList();

            assertEquals(List.of(), wrong);
        }
    }

    private static long runs(Path test, List<String> patterns) {
        var compiled = test.toString().replace('\\', '/').replaceAll("java$", "class");
        return patterns.stream().filter(compiled::matches).count();
    }

    @Test
    void aTestOfAnotherPackageWouldBeSeen() {
        assertEquals(0, suites("org.investmentpipeline"));
        assertEquals(0, suites("org.investmentpipeline.figureskating"));
        assertEquals(1, suites("org.investmentpipeline.figures.rollup"));
    }

    /** In each build many suites are smaller than in {@code -Pnightly}, which proves all of it. */
    @Test
    void eachSizeThatIsSmallByDayIsSetAtNight() throws Exception {
        var pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        var xpath = XPathFactory.newInstance().newXPath();
        var missing = new TreeSet<String>();
        var passed = (NodeList) xpath.evaluate("//systemPropertyVariables/*", pom, XPathConstants.NODESET);
        for (var i = 0; i < passed.getLength(); i++) {
            var size = passed.item(i).getNodeName();
            var isNumber = xpath.evaluate("/project/properties/" + size, pom).matches("\\d+");
            var atNight = xpath.evaluate("//profile[id='nightly']/properties/" + size, pom);
            if (isNumber && atNight.isEmpty()) {
                missing.add(size);
            }
        }

        assertEquals(Set.of("fuzz.minutes", "fuzz.seed"), missing);
        assertEquals("1", xpath.evaluate("//profile[id='nightly']/properties/replay.part", pom));
        assertEquals("packaged", xpath.evaluate("//profile[id='nightly']/properties/postgresql.excluded", pom));
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
