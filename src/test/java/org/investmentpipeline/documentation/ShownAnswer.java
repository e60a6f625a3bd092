package org.investmentpipeline.documentation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer as a page shows it: line breaks and indentation are the page's, {@code …} means text that was left out, and ids and
 * moments differ from run to run.
 */
record ShownAnswer(String text) {
    private static final Pattern VOLATILE =
            Pattern.compile("(?<moment>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)"
                    + "|(?<id>\"id\":\\d+)|(?<file>pipeline-\\d{8}T\\d{6}\\.\\d{3}Z)");

    /** The first part of this that a real answer does not have, nothing when it has all, in this order, from its start to its end. */
    Optional<String> difference(String real) {
        var answer = real.replaceAll("\\s", "");
        var parts = text.replaceAll("\\s", "").split("…", -1);
        var position = 0;
        for (var i = 0; i < parts.length; i++) {
            var pattern = (i == 0 ? "\\A" : "") + pattern(parts[i]) + (i == parts.length - 1 ? "\\z" : "");
            var found = Pattern.compile(pattern).matcher(answer);
            if (!found.find(position)) {
                return Optional.of(parts[i]);
            }
            position = found.end();
        }
        return Optional.empty();
    }

    private static String pattern(String part) {
        var pattern = new StringBuilder();
        var found = VOLATILE.matcher(part);
        var position = 0;
        while (found.find()) {
            pattern.append(Pattern.quote(part.substring(position, found.start())));
            pattern.append(
                    found.group("id") != null
                            ? "\"id\":\\d+"
                            : found.group("file") != null
                                    ? "pipeline-\\d{8}T\\d{6}\\.\\d{3}Z"
                                    : "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
            position = found.end();
        }
        return pattern.append(Pattern.quote(part.substring(position))).toString();
    }
}
