package org.investmentpipeline.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.investmentpipeline.documentation.MarkdownPage.Block;
import org.jspecify.annotations.Nullable;

/**
 * The runnable parts of a page, in order: each bash block, the PowerShell block that does the same, and the answer that is shown
 * for them. Blocks of other languages, {@code sh} among them, are examples that need a place of their own and are not run.
 */
record Walk(Path page, List<Part> parts) {
    /** The address of the service in all pages. */
    static final String ADDRESS = "http://127.0.0.1:8080";

    private static final Pattern START = Pattern.compile("(?m)^(\\./mvnw|bin/investment-pipeline)$");

    /** @param powershell the same for PowerShell; null where the page has the same text for both */
    record Part(
            Block bash,
            @Nullable Block powershell,
            @Nullable Block answer) {
        /** Whether it builds or starts the service. */
        boolean starts() {
            return START.matcher(bash.text()).find();
        }

        String powershellText() {
            return powershell == null ? bash.text() : powershell.text();
        }
    }

    static Walk of(String name) throws IOException {
        var parts = new ArrayList<Part>();
        @Nullable Part open = null;
        for (var block : MarkdownPage.read(Path.of(name)).blocks()) {
            var next = next(open, block);
            if (open != null && !block.language().equals("bash")) {
                parts.remove(parts.size() - 1);
                parts.add(Objects.requireNonNullElse(next, open));
            } else if (next != null) {
                parts.add(next);
            }
            open = next;
        }
        return new Walk(Path.of(name), parts);
    }

    /** The part that a block begins or completes; null when it belongs to none. */
    private static @Nullable Part next(@Nullable Part open, Block block) {
        if (block.language().equals("bash")) {
            return new Part(block, null, null);
        }
        if (open == null) {
            return null;
        }
        return switch (block.language()) {
            case "powershell" -> new Part(open.bash(), block, open.answer());
            case "" -> new Part(open.bash(), open.powershell(), block);
            default -> null;
        };
    }

    /** The parts that talk to a service that runs. */
    List<Part> requests() {
        return parts.stream().filter(part -> !part.starts()).toList();
    }

    List<Step> bashSteps() {
        Map<String, String> variables = new HashMap<>();
        return requests().stream()
                .flatMap(part -> new BashBlock(part.bash().text(), variables).steps().stream())
                .toList();
    }

    List<Step> powershellSteps() {
        Map<String, String> variables = new HashMap<>();
        return requests().stream()
                .flatMap(part -> new PowerShellBlock(part.powershellText(), variables).steps().stream())
                .toList();
    }
}
