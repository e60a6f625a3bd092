package org.investmentpipeline.spreadsheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.project.query.ProjectDimensions;
import org.investmentpipeline.project.statement.StepBack;
import org.investmentpipeline.query.Filter;
import org.investmentpipeline.query.FilterText;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.importing.ImportRequest;
import org.investmentpipeline.spreadsheet.importing.RowOptions;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The parts of an import's form, read strictly: an unknown part or value is refused, not ignored. */
final class ImportForm {
    static final String PROFILE = "profile";

    /** The parts that a profile keeps as texts; it keeps mapping and words besides. */
    static final Set<String> OPTIONS = new TreeSet<>(Set.of(
            "sheet",
            "sheetIs",
            "unit",
            "currency",
            "createMissing",
            "onError",
            "onWarning",
            "onStepBack",
            "renames",
            "complete",
            "completeFor",
            "zone"));

    /** One filter in two parts, so that a part of a profile is not mixed with one of the form. */
    private static final Set<String> COMPLETE_FOR = Set.of("completeFor", "zone");

    private static final Set<String> PARTS =
            new TreeSet<>(Set.of("file", "dryRun", "asOf", "mapping", "words", PROFILE));

    static {
        PARTS.addAll(OPTIONS);
    }

    /** No sheet of a workbook has it in its name. */
    private static final Pattern BETWEEN_SHEETS = Pattern.compile("/");

    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final int LONGEST_FILE_NAME = 255;

    private final Map<String, FormValue> parts;
    private final Map<String, String> defaults;

    private ImportForm(Map<String, FormValue> parts, Map<String, String> defaults) {
        this.parts = parts;
        this.defaults = defaults;
    }

    /** A form without a file, of parts with these values. */
    static ImportForm of(Map<String, String> values) {
        return new ImportForm(Map.of(), values);
    }

    static ImportForm of(MultipartFormDataInput form) {
        var parts = new TreeMap<String, FormValue>();
        form.getValues().forEach((name, values) -> {
            if (name == null) {
                throw Problem.invalid("body", "has a part without a name", "含有未命名的部分");
            }
            if (!PARTS.contains(name)) {
                throw Problem.invalid(
                        name, "is not a known part; known are %s", "不是已知的部分；可用的有 %s", String.join(", ", PARTS));
            }
            if (values.size() > 1) {
                throw Problem.invalid(name, "was given %d times; give it once", "给出了 %d 次；只能给一次", values.size());
            }
            parts.put(name, values.iterator().next());
        });
        return new ImportForm(parts, Map.of());
    }

    /** The code of the profile whose parts are used besides; null when none is named. */
    @Nullable
    String profile() {
        return text(PROFILE);
    }

    /** The same form with the parts of a profile where it has none itself; a sheet that is said to be incomplete is so for no filter. */
    ImportForm over(Map<String, String> profile) {
        var kept = new TreeMap<>(profile);
        if (COMPLETE_FOR.stream().anyMatch(parts::containsKey) || parts.containsKey("complete") && !truth("complete")) {
            kept.keySet().removeAll(COMPLETE_FOR);
        }
        return new ImportForm(parts, kept);
    }

    ImportRequest read(LocalDate today, ObjectMapper json) {
        return read(file(), today, json);
    }

    ReadingOptions options(LocalDate today, ObjectMapper json) {
        var objects = new JsonParts(json);
        return new ReadingOptions(
                sheets(),
                text("sheetIs"),
                text("unit"),
                text("currency"),
                objects.mapping(text("mapping")),
                objects.words(text("words")),
                asOf(today));
    }

    /** Reads the form for a file. */
    ImportRequest read(Path file, LocalDate today, ObjectMapper json) {
        return new ImportRequest(
                file,
                fileName(),
                options(today, json),
                truth("dryRun"),
                truth("createMissing"),
                choice("onError", "abort", "skip"),
                choice("onWarning", "accept", "refuse"),
                rows());
    }

    private Path file() {
        var file = parts.get("file");
        if (file == null || !file.isFileItem()) {
            throw Problem.invalid("file", "is missing; send an xlsx or csv file", "缺少；请上传 xlsx 或 csv 文件");
        }
        var path = file.getFileItem().getFile();
        if (path == null) {
            throw Problem.invalid("file", "is empty", "为空");
        }
        return path;
    }

    /** Without the characters that a text cannot have; null when there is none. */
    private @Nullable String fileName() {
        var file = parts.get("file");
        var name = file == null ? null : file.getFileName();
        if (name == null) {
            return null;
        }
        var printable = NOT_PRINTED.matcher(name).replaceAll("").strip();
        return printable.isEmpty() ? null : Text.shortened(printable, LONGEST_FILE_NAME);
    }

    private List<String> sheets() {
        var names = text("sheet");
        return names == null
                ? List.of()
                : BETWEEN_SHEETS
                        .splitAsStream(names)
                        .map(Text::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private @Nullable String text(String name) {
        var part = parts.get(name);
        if (part == null && defaults.get(name) != null) {
            var kept = Text.paragraph(name, defaults.get(name));
            return Text.isBlank(kept) ? null : Text.strip(kept);
        }
        if (part == null || part.isFileItem() && part.getFileItem().getFile() != null) {
            if (part != null) {
                throw Problem.invalid(name, "is a text, not a file", "应为文本，而非文件");
            }
            return null;
        }
        var value = Text.paragraph(name, part.getValue());
        return Text.isBlank(value) ? null : Text.strip(value);
    }

    private boolean truth(String name) {
        var value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Problem.invalid(name, "was '%s'; expected true or false", "给出的是“%s”；应为 true 或 false", value);
        }
        return "true".equals(value);
    }

    private RowOptions rows() {
        return new RowOptions(
                choice("onStepBack", "refuse", "reverse") ? StepBack.REVERSE : StepBack.REFUSE,
                choice("renames", "refuse", "accept"),
                completeFor());
    }

    /** The filter of the projects that the file has all of; null when it is not said to be complete. */
    private @Nullable Filter completeFor() {
        var zone = text("zone");
        var text = text("completeFor");
        if (!truth("complete")) {
            if (zone != null || text != null) {
                throw Problem.invalid(
                        zone == null ? "completeFor" : "zone", "belongs to complete=true", "须与 complete=true 一同给出");
            }
            return null;
        }
        var filter = text == null
                ? ProjectDimensions.ALL.noFilter()
                : FilterText.read(ProjectDimensions.ALL, "completeFor", text);
        return zone == null ? filter : filter.with(ProjectDimensions.ZONE, List.of(zone));
    }

    /** Whether the second of two choices was made; the first is the default. */
    private boolean choice(String name, String first, String second) {
        var value = text(name);
        if (value != null && !value.equals(first) && !value.equals(second)) {
            throw Problem.invalid(name, "was '%s'; expected %s or %s", "给出的是“%s”；应为 %s 或 %s", value, first, second);
        }
        return second.equals(value);
    }

    private LocalDate asOf(LocalDate today) {
        var value = text("asOf");
        if (value == null) {
            return today;
        }
        try {
            var day = Text.day(value);
            if (day.isAfter(today)) {
                throw Problem.refused("asOf", "was %s, after today %s", "给出的 %s 晚于今天 %s", day, today);
            }
            return day;
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(
                    "asOf", "was '%s'; expected a day such as 2023-06-28", "给出的是“%s”；应为日期，如 2023-06-28", value);
        }
    }
}
