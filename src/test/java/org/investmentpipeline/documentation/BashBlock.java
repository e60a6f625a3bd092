package org.investmentpipeline.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the bash of README: a small part of the language, and whatever is beyond it fails. */
final class BashBlock {
    private static final Pattern HEREDOC = Pattern.compile("\\Acat > (\\S+) <<'END'\n(.*?\n)END\n", Pattern.DOTALL);
    private static final Pattern PRINTF = Pattern.compile("\\Aprintf '%s\\\\n'((?: '[^']*')+) > (\\S+)\n");
    private static final Pattern FUNCTION = Pattern.compile("\\A(\\w+)\\(\\) \\{\\s(.*?);?\\s\\}\n", Pattern.DOTALL);
    private static final Pattern KEEP =
            Pattern.compile("\\A(\\w+)=\\$\\((.*?) \\| grep -o '([^']*)'(?: \\| head -n 1)?\\)\n", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT = Pattern.compile("\\A([A-Z]+)=([^\n]*)\n");
    private static final Pattern LINE = Pattern.compile("\\A([^\n]*)\n");
    private static final Pattern WORD =
            Pattern.compile("\\G\\s*((?:'[^']*'|\"(?:[^\"\\\\$]|\\\\.|\\$\\([^)]*\\)|\\$)*\"|[^\\s'\"])+)");
    private static final Pattern PIECE =
            Pattern.compile("'([^']*)'|\"((?:[^\"\\\\$]|\\\\.|\\$\\([^)]*\\)|\\$)*)\"|([^'\"]+)");
    private static final Pattern EXPANSION = Pattern.compile("\\\\([\"\\\\$])|\\$\\(cat ([^)]+)\\)|\\$\\{?(\\w+)}?");

    private final Map<Pattern, Function<MatchResult, @Nullable Step>> forms = new LinkedHashMap<>();
    private final Map<String, String> variables;
    private String rest;

    /** @param variables texts that were assigned before; those of this block are added */
    BashBlock(String text, Map<String, String> variables) {
        this.rest = text.replace("\\\n", " ");
        this.variables = variables;
        forms.put(HEREDOC, found -> new Step.Write(found.group(1), found.group(2)));
        forms.put(PRINTF, this::written);
        forms.put(FUNCTION, this::define);
        forms.put(KEEP, found -> new Step.Keep(found.group(1), command(found.group(2)), found.group(3)));
        forms.put(ASSIGNMENT, this::assign);
        // The echo of a function only ends the line of an answer.
        forms.put(LINE, found -> command(found.group(1).replaceFirst("; echo$", "")));
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        while (!rest.isBlank()) {
            next().ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Step> next() {
        for (var form : forms.entrySet()) {
            var found = form.getKey().matcher(rest);
            if (found.find()) {
                rest = rest.substring(found.end());
                return Optional.ofNullable(form.getValue().apply(found.toMatchResult()));
            }
        }
        throw new IllegalArgumentException("not understood: " + rest);
    }

    private Step.Write written(MatchResult found) {
        var lines = words(found.group(1)).stream().map(line -> line + "\n");
        return new Step.Write(found.group(2), lines.collect(Collectors.joining()));
    }

    private Step.Define define(MatchResult found) {
        var body = found.group(2).strip() + "\n";
        return new Step.Define(found.group(1), new BashBlock(body, variables).steps());
    }

    private @Nullable Step assign(MatchResult found) {
        variables.put(found.group(1), words(found.group(2)).get(0));
        return null;
    }

    private Step command(String line) {
        var words = words(line);
        var name = words.get(0);
        var arguments = words.subList(1, words.size());
        return switch (name) {
            case "curl" -> request("", arguments);
            case "api" -> request(name, arguments);
            default -> new Step.Call(name, arguments);
        };
    }

    private static Step.Request request(String sender, List<String> arguments) {
        var parts = new RequestParts(sender);
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.equals("-sS")) {
                continue;
            }
            if (argument.equals("⟨@⟩")) {
                parts.more();
            } else if (argument.startsWith("-")) {
                option(parts, argument, arguments.get(++i));
            } else {
                parts.url(argument);
            }
        }
        return parts.request(parts.sendsSomething() ? "POST" : "GET");
    }

    private static void option(RequestParts parts, String name, String value) {
        var named = value.split(": |=", 2);
        switch (name) {
            case "-X" -> parts.method(value);
            case "-H" -> parts.header(named[0], named[1]);
            case "-u" -> parts.header("authorization", "Basic " + value);
            case "-d" -> parts.body(value);
            case "-F" -> parts.field(named[0], named[1].replaceFirst("^@(.*)$", "⟨file $1⟩"));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private List<String> words(String line) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(line.strip());
        var end = 0;
        while (found.find()) {
            end = found.end();
            words.add(PIECE.matcher(found.group(1))
                    .results()
                    .map(piece -> piece.group(1) != null
                            ? piece.group(1)
                            : expanded(Objects.requireNonNullElse(piece.group(2), piece.group(3))))
                    .collect(Collectors.joining()));
        }
        if (end != line.strip().length()) {
            throw new IllegalArgumentException("not understood: " + line.strip().substring(end));
        }
        return words;
    }

    private String expanded(String text) {
        return EXPANSION.matcher(text.replace("$@", "⟨@⟩")).replaceAll(found -> {
            if (found.group(1) != null) {
                return Matcher.quoteReplacement(found.group(1));
            }
            var name = found.group(2) == null ? found.group(3) : "file " + found.group(2);
            return Matcher.quoteReplacement(variables.getOrDefault(name, "⟨" + name + "⟩"));
        });
    }
}
