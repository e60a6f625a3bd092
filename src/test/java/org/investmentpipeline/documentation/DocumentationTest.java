package org.investmentpipeline.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as such: none is too long to be read first, and every relative link leads to a file and a heading. */
class DocumentationTest {
    private static final int LONGEST = 200;
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Set<String> OUTSIDE = Set.of("target", "node_modules", ".git");

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return OUTSIDE.stream().anyMatch(directory::endsWith)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void aReadmeHasAtMostTwoHundredLines(String name) throws Exception {
        var lines = MarkdownPage.read(Path.of(name)).lines().size();

        assertTrue(lines <= LONGEST, () -> name + " has " + lines + " lines");
    }

    @Test
    void eachReadmeBeginsWithALinkToTheOther() throws Exception {
        assertTrue(beginning("README.md").contains("(README.zh-CN.md)"));
        assertTrue(beginning("README.zh-CN.md").contains("(README.md)"));
    }

    private static String beginning(String name) throws IOException {
        return String.join("\n", MarkdownPage.read(Path.of(name)).lines().subList(0, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path path) throws Exception {
        var page = MarkdownPage.read(path);
        var broken = new ArrayList<String>();

        for (var link : page.links()) {
            if (!link.matches("[a-z]+:.*")) {
                fault(page, link).ifPresent(broken::add);
            }
        }

        assertEquals(List.of(), broken);
    }

    private static Optional<String> fault(MarkdownPage page, String link) throws IOException {
        var address = URI.create(link);
        var path = page.path().toAbsolutePath();
        var target = address.getPath().isEmpty() ? path : path.resolveSibling(address.getPath());
        if (!Files.exists(target)) {
            return Optional.of(link + ": no such file");
        }
        var anchor = address.getFragment();
        if (anchor == null || !target.toString().endsWith(".md")) {
            return Optional.empty();
        }
        return MarkdownPage.read(target).anchors().contains(anchor)
                ? Optional.empty()
                : Optional.of(link + ": no such heading");
    }

    @Test
    void aBrokenLinkIsFound() throws Exception {
        var lines = List.of(
                "# A page", "[a](#a-page) [b](#b-page) [c](no-such.md) `[code](code.md)`", "```", "[x](x.md)", "```");
        var page = new MarkdownPage(ROOT.resolve("sample.md"), lines);

        assertEquals(List.of("#a-page", "#b-page", "no-such.md"), page.links());
        assertEquals(Set.of("a-page"), page.anchors());
        assertEquals(Optional.of("no-such.md: no such file"), fault(page, "no-such.md"));
        assertEquals(Optional.of("docs/api.md#nothing: no such heading"), fault(page, "docs/api.md#nothing"));
        assertEquals(Optional.empty(), fault(page, "docs/api.md#errors"));
    }
}
