package org.investmentpipeline.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the PowerShell of README: a small part of the language, and whatever is beyond it fails. */
final class PowerShellBlock {
    private static final Pattern HERE = Pattern.compile("\\A@'\n(.*?\n)'@ \\| Set-Content (\\S+)\n", Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("\\A('[^']*'(?:, '[^']*')*) \\| Set-Content (\\S+)\n");
    private static final Pattern FUNCTION =
            Pattern.compile("\\Afunction (\\w+)(?:\\(([^)]*)\\))? \\{(?: (.*?) \\}|\n(.*?)\n\\})\n", Pattern.DOTALL);
    private static final Pattern KEEP =
            Pattern.compile("\\A\\s*\\$(?:global:)?(\\w+) = \\[regex]::Match\\((.*), '([^']*)'\\)\\.Value\n");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "\\A\\s*\\$(\\w+) = \\[PSCredential]::new\\((\\S+), \\(ConvertTo-SecureString (\\S+) -AsPlainText\\)\\)\n");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\A\\$(\\w+) = '([^']*)'\n");
    private static final Pattern LINE = Pattern.compile("\\A([^\n]*)\n");
    private static final Pattern WORD =
            Pattern.compile("\\G\\s*('[^']*'|\"(?:[^\"]|\"\")*\"|@\\{[^}]*}|\\([^)]*\\)|[^\\s'\"(@]\\S*|@args)");
    private static final Pattern EXPANSION = Pattern.compile("\"\"|\\$\\(Get-Content ([^)]+)\\)|\\$\\{?(\\w+)}?");
    private static final Pattern ENTRY =
            Pattern.compile("\\G\\s*'?([\\w-]+)'? = ('[^']*'|\"[^\"]*\"|Get-Item [^\\s;]+);?");

    private final Map<Pattern, Function<MatchResult, @Nullable Step>> forms = new LinkedHashMap<>();
    private final Map<String, String> variables;
    private final List<String> parameters;
    private String rest;

    /** @param variables texts that were assigned before; those of this block are added */
    PowerShellBlock(String text, Map<String, String> variables) {
        this(text, variables, List.of());
    }

    private PowerShellBlock(String text, Map<String, String> variables, List<String> parameters) {
        this.rest = text.replace("`\n", " ");
        this.variables = variables;
        this.parameters = parameters;
        forms.put(HERE, found -> new Step.Write(found.group(2), found.group(1)));
        forms.put(LINES, PowerShellBlock::written);
        forms.put(FUNCTION, this::define);
        forms.put(KEEP, found -> new Step.Keep(found.group(1), command(found.group(2)), found.group(3)));
        forms.put(CREDENTIAL, this::credential);
        forms.put(ASSIGNMENT, this::assign);
        forms.put(LINE, found -> command(found.group(1).strip()));
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

    private static Step.Write written(MatchResult found) {
        var lines = found.group(1).replaceAll("^'|'$", "").replace("', '", "\n");
        return new Step.Write(found.group(2), lines + "\n");
    }

    private Step.Define define(MatchResult found) {
        var names =
                Objects.requireNonNullElse(found.group(2), "").replace("$", "").split(", ", -1);
        var body = Objects.requireNonNullElse(found.group(3), found.group(4)).strip() + "\n";
        var block = new PowerShellBlock(body, new HashMap<>(variables), List.of(names));
        return new Step.Define(found.group(1), block.steps());
    }

    private @Nullable Step credential(MatchResult found) {
        variables.put(found.group(1).toUpperCase(Locale.ROOT), value(found.group(2)) + ":" + value(found.group(3)));
        return null;
    }

    private @Nullable Step assign(MatchResult found) {
        variables.put(found.group(1), found.group(2));
        return null;
    }

    private Step command(String written) {
        var line = written.replaceFirst("^\\((.*)\\)(?:\\.Content)?$", "$1");
        var words = words(line);
        var name = words.get(0);
        var arguments = words.subList(1, words.size());
        return switch (name) {
            case "Invoke-WebRequest" -> request("", arguments);
            case "api" -> request(name, arguments);
            default -> new Step.Call(name, arguments.stream().map(this::value).toList());
        };
    }

    private Step.Request request(String sender, List<String> arguments) {
        var parts = new RequestParts(sender);
        var left = arguments.iterator();
        while (left.hasNext()) {
            var argument = left.next();
            if (argument.equals("@args")) {
                parts.more();
            } else if (argument.equals("-Authentication")) {
                parts.header("authorization", authorization(left.next(), left.next(), left.next()));
            } else if (argument.startsWith("-") && !argument.equals("-AllowUnencryptedAuthentication")) {
                option(parts, argument, left.next());
            } else if (!argument.startsWith("-")) {
                parts.url(value(argument));
            }
        }
        return parts.request("GET");
    }

    private String authorization(String scheme, String option, String secret) {
        if (!option.equals(scheme.equals("Basic") ? "-Credential" : "-Token")) {
            throw new IllegalArgumentException(scheme + " with " + option);
        }
        return scheme + " " + value(secret);
    }

    private void option(RequestParts parts, String name, String value) {
        switch (name) {
            case "-Method" -> parts.method(value);
            case "-ContentType" -> parts.header("content-type", value(value));
            case "-Body" -> parts.body(value(value));
            case "-Headers" -> entries(value).forEach(parts::header);
            case "-Form" -> entries(value).forEach(parts::field);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private Map<String, String> entries(String table) {
        var inner = table.substring(2, table.length() - 1).strip();
        var entries = new HashMap<String, String>();
        var found = ENTRY.matcher(inner);
        var end = 0;
        while (found.find()) {
            end = found.end();
            entries.put(found.group(1), value(found.group(2)));
        }
        return complete(entries, inner, end);
    }

    private List<String> words(String line) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(line);
        var end = 0;
        while (found.find()) {
            end = found.end();
            words.add(found.group(1));
        }
        return complete(words, line, end);
    }

    private static <T> T complete(T read, String text, int end) {
        if (end != text.length()) {
            throw new IllegalArgumentException("not understood: " + text.substring(end));
        }
        return read;
    }

    private String value(String word) {
        if (word.startsWith("'")) {
            return word.substring(1, word.length() - 1);
        }
        return expanded(
                word.startsWith("\"")
                        ? word.substring(1, word.length() - 1)
                        : word.replaceFirst("^Get-Item (\\S+)$", "⟨file $1⟩")
                                .replaceFirst("^\\(Get-Content (\\S+)\\)$", "⟨file $1⟩")
                                .replaceFirst("^\\(ConvertTo-SecureString (\\S+) -AsPlainText\\)$", "$1"));
    }

    private String expanded(String text) {
        return EXPANSION.matcher(text).replaceAll(found -> {
            if (found.group().equals("\"\"")) {
                return "\"";
            }
            var name = found.group(1) == null ? found.group(2) : "file " + found.group(1);
            return Matcher.quoteReplacement(meaning(name));
        });
    }

    /** The names of variables are the same in upper and lower case. */
    private String meaning(String name) {
        var parameter = parameters.indexOf(name);
        return parameter >= 0
                ? "⟨" + (parameter + 1) + "⟩"
                : variables.getOrDefault(
                        name.startsWith("file ") ? name : name.toUpperCase(Locale.ROOT), "⟨" + name + "⟩");
    }
}
