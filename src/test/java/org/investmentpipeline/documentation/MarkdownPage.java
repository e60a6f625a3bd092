package org.investmentpipeline.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A page of the documentation: its code blocks, links and the anchors of its headings, as GitHub makes them. */
record MarkdownPage(Path path, List<String> lines) {
    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /**
     * A fenced code block.
     *
     * @param language as written after the fence; empty for shown answers
     * @param line of its opening fence, from 1
     */
    record Block(String language, String text, int line) {}

    static MarkdownPage read(Path path) throws IOException {
        return new MarkdownPage(path, Files.readAllLines(path));
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var text = new StringBuilder();
        var opened = 0;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!line.startsWith(FENCE)) {
                text.append(opened > 0 ? line + "\n" : "");
            } else if (opened == 0) {
                opened = i + 1;
                text.setLength(0);
            } else {
                blocks.add(new Block(
                        lines.get(opened - 1).substring(FENCE.length()).strip(), text.toString(), opened));
                opened = 0;
            }
        }
        return blocks;
    }

    /** The targets of all links outside code. */
    List<String> links() {
        return prose().stream()
                .flatMap(line ->
                        LINK.matcher(CODE.matcher(line).replaceAll("``")).results())
                .map(link -> link.group(1))
                .toList();
    }

    /** Repeated headings get {@code -1}, {@code -2} …. */
    Set<String> anchors() {
        var anchors = new HashSet<String>();
        for (var line : prose()) {
            if (line.matches("#{1,6} .*")) {
                var anchor = anchor(line.replaceFirst("#+ ", ""));
                var unique = anchor;
                for (var i = 1; !anchors.add(unique); i++) {
                    unique = anchor + "-" + i;
                }
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
    }

    private List<String> prose() {
        var prose = new ArrayList<String>();
        var code = false;
        for (var line : lines) {
            if (line.startsWith(FENCE)) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }
}
