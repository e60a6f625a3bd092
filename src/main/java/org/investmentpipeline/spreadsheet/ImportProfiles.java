package org.investmentpipeline.spreadsheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.profile.ImportProfile;
import org.investmentpipeline.spreadsheet.projects.ProjectSheet;
import org.investmentpipeline.spreadsheet.reading.SheetReader;
import org.jspecify.annotations.Nullable;

/** Maintains the profiles of imports, whose parts are checked as an import checks them, and finds the one that an import names. */
@ApplicationScoped
public class ImportProfiles {
    /** Each of them names fields, units or currencies, which are checked without a sheet. */
    private static final List<String> OF_THE_SHEET =
            List.of(ImportProfile.MAPPING, ImportProfile.WORDS, "unit", "currency", "sheetIs");

    /** The parts are checked before there is a file. */
    private static final Path NO_FILE = Path.of("");

    private final CatalogueEntries entries;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    public ImportProfiles(CatalogueEntries entries, EntityManager entities, ObjectMapper json, Clock clock) {
        this.entries = entries;
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    ImportProfile add(ImportProfile.Draft draft) {
        check(draft);
        return entries.add(ImportProfile.KIND, draft.code(), draft);
    }

    ImportProfile replace(String code, @Nullable String ifMatch, ImportProfile.Change change) {
        check(change);
        return entries.replace(ImportProfile.KIND, code, ifMatch, change);
    }

    /** The parts that an import takes from the profile that it names; none when it names none. An unknown or inactive one is refused (422). */
    SortedMap<String, String> parts(@Nullable String code) {
        if (code == null) {
            return new TreeMap<>();
        }
        var profile = entities.find(ImportProfile.class, code);
        if (profile == null) {
            throw Problem.refused(ImportForm.PROFILE, "there is no import profile '%s'", "没有导入方案“%s”", code);
        }
        if (!profile.active) {
            throw Problem.refused(ImportForm.PROFILE, "'%s' is no longer active", "“%s”已停用", code);
        }
        return profile.parts();
    }

    private void check(ImportProfile.Own values) {
        refuseNames(values.options());
        var parts = values.parts();
        try {
            refuseUnreadable(parts);
            ImportForm.of(parts).read(NO_FILE, LocalDate.now(clock), json);
        } catch (Problem problem) {
            throw Problem.of(
                    problem.type(),
                    problem.asViolations().stream().map(ImportProfiles::inBody).toList());
        }
    }

    private static void refuseNames(@Nullable Map<String, @Nullable String> options) {
        var refused = new ArrayList<Violation>();
        if (options != null) {
            options.forEach((name, value) -> {
                if (value == null) {
                    refused.add(Violation.of("options." + name, "is null; expected a text", "为 null；应为文本"));
                } else if (!ImportForm.OPTIONS.contains(name)) {
                    refused.add(Violation.of(
                            "options." + name,
                            "is not an option that a profile keeps; those are %s",
                            "不是方案可保存的选项；可用的有 %s",
                            String.join(", ", ImportForm.OPTIONS)));
                }
            });
        }
        if (!refused.isEmpty()) {
            throw Problem.invalid(refused.toArray(Violation[]::new));
        }
    }

    private void refuseUnreadable(Map<String, String> parts) {
        var refused = new ArrayList<Violation>();
        for (var name : OF_THE_SHEET) {
            var part = parts.get(name);
            if (part != null) {
                var options = ImportForm.of(Map.of(name, part)).options(LocalDate.now(clock), json);
                try {
                    SheetReader.check(ProjectSheet.SCHEMA, options);
                } catch (UnreadableSheet unreadable) {
                    refused.add(new Violation(name, unreadable.reason()));
                }
            }
        }
        Problem.refuseIfAny(refused);
    }

    private static Violation inBody(Violation violation) {
        return ImportForm.OPTIONS.contains(violation.field()) ? violation.within(ImportProfile.OPTIONS) : violation;
    }
}
