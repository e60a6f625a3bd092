package org.investmentpipeline.spreadsheet.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.CatalogueKind;
import org.investmentpipeline.catalogue.Name;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.security.audit.AuditTargetKind;
import org.jspecify.annotations.Nullable;

/** Parts of the form of an import under a code, so that the next sheet of the same kind needs no others. */
@Entity
@Table(name = "import_profile")
public class ImportProfile extends CatalogueEntry {
    @Produces
    @Singleton
    public static final AuditTargetKind IMPORT_PROFILE = new AuditTargetKind("IMPORT_PROFILE");

    public static final CatalogueKind<ImportProfile> KIND = new CatalogueKind<>(
            ImportProfile.class, ImportProfile::new, IMPORT_PROFILE, new LocalizedText("import profile", "导入方案"));

    public static final String MAPPING = "mapping";
    public static final String WORDS = "words";
    public static final String OPTIONS = "options";

    /** An audit entry has room for twice as much, before and after a change. */
    private static final int LONGEST = 8_000;

    private static final String MAPPING_TEXT = "Heading to field; an empty field leaves the column out.";
    private static final String WORDS_TEXT =
            "Field to word to value, before all known words; an empty value lets the word say nothing.";
    private static final String OPTIONS_TEXT = "Other parts of the form as texts: sheet, sheetIs, unit, currency,"
            + " createMissing, onError, onWarning, onStepBack, renames, complete, completeFor, zone.";
    private static final String ACTIVE_TEXT = "Whether imports can use it.";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, @Nullable String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Map<String, String>>> TEXTS_BY_FIELD = new TypeReference<>() {};

    @Column(name = "parts")
    @Convert(converter = PartsConverter.class)
    SortedMap<String, String> parts = new TreeMap<>();

    /** The parts of the form by name, as texts. */
    public SortedMap<String, String> parts() {
        return parts;
    }

    @Override
    protected SortedMap<String, String> auditedValues() {
        var values = super.auditedValues();
        values.putAll(parts);
        return values;
    }

    /** The values that only profiles have. */
    public interface Own extends Values<ImportProfile> {
        @Nullable
        Map<String, @Nullable String> mapping();

        @Nullable
        Map<String, Map<String, String>> words();

        @Nullable
        Map<String, String> options();

        @Override
        default void assignOwn(ImportProfile profile) {
            profile.parts = parts();
        }

        /** The parts of the form by name; a mapping and words without entries are none. Parts that are too long in all are refused (422). */
        default SortedMap<String, String> parts() {
            var options = options();
            var parts = new TreeMap<>(options == null ? Map.of() : options);
            put(parts, MAPPING, mapping());
            put(parts, WORDS, words());
            if (new PartsConverter().convertToDatabaseColumn(parts).length() > LONGEST) {
                throw Problem.of(
                        ProblemType.REFUSED,
                        "The parts have more than %d characters in all.",
                        "各部分合计超过 %d 个字符。",
                        LONGEST);
            }
            return parts;
        }

        private static void put(SortedMap<String, String> parts, String name, @Nullable Map<String, ?> values) {
            if (values != null && !values.isEmpty()) {
                try {
                    parts.put(name, JSON.writeValueAsString(new TreeMap<>(values)));
                } catch (JsonProcessingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    /** A new profile. */
    @Schema(name = "ImportProfileDraft", description = "A new profile of imports.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = 64)
            @Code
            @Schema(required = true, description = CODE_RULE, examples = "wanbei-monthly")
            String code,

            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(description = MAPPING_TEXT, examples = "{\"项目\":\"name\",\"备注2\":\"\"}")
            Map<String, @Nullable String> mapping,

            @Nullable @Schema(description = WORDS_TEXT, examples = "{\"stage\":{\"谈成\":\"SIGNED\"}}")
            Map<String, Map<String, String>> words,

            @Nullable @Schema(description = OPTIONS_TEXT, examples = "{\"unit\":\"万元\",\"onError\":\"skip\"}")
            Map<String, String> options,

            @Nullable @Schema(description = ACTIVE_TEXT + " True when left out.")
            Boolean active)
            implements Own {}

    /** The replaceable values of a profile: all but its code. */
    @Schema(
            name = "ImportProfileChange",
            description = "What replaces the values of a profile; a part that is left out is none afterwards.")
    public record Change(
            @NotNull @Valid @Schema(required = true) NameDraft name,

            @Nullable @Schema(description = MAPPING_TEXT, examples = "{\"项目\":\"name\",\"备注2\":\"\"}")
            Map<String, @Nullable String> mapping,

            @Nullable @Schema(description = WORDS_TEXT, examples = "{\"stage\":{\"谈成\":\"SIGNED\"}}")
            Map<String, Map<String, String>> words,

            @Nullable @Schema(description = OPTIONS_TEXT, examples = "{\"unit\":\"万元\",\"onError\":\"skip\"}")
            Map<String, String> options,

            @NotNull @Schema(required = true, description = ACTIVE_TEXT)
            Boolean active)
            implements Own {}

    /** A profile in responses. */
    @Schema(name = "ImportProfile", description = "A profile of imports: parts of the form under a code.")
    public record View(
            @Schema(required = true, examples = "wanbei-monthly")
            String code,

            @Schema(required = true) Name name,

            @Schema(required = true, description = MAPPING_TEXT, examples = "{\"项目\":\"name\",\"备注2\":\"\"}")
            Map<String, @Nullable String> mapping,

            @Schema(required = true, description = WORDS_TEXT, examples = "{\"stage\":{\"谈成\":\"SIGNED\"}}")
            Map<String, Map<String, String>> words,

            @Schema(required = true, description = OPTIONS_TEXT, examples = "{\"unit\":\"万元\",\"onError\":\"skip\"}")
            Map<String, String> options,

            @Schema(required = true, description = ACTIVE_TEXT)
            boolean active) {

        public static View of(ImportProfile profile) {
            var options = new TreeMap<>(profile.parts);
            options.remove(MAPPING);
            options.remove(WORDS);
            return new View(
                    profile.code,
                    profile.name,
                    read(profile.parts.get(MAPPING), TEXTS),
                    read(profile.parts.get(WORDS), TEXTS_BY_FIELD),
                    options,
                    profile.active);
        }

        private static <T> TreeMap<String, T> read(@Nullable String part, TypeReference<TreeMap<String, T>> type) {
            try {
                return part == null ? new TreeMap<>() : JSON.readValue(part, type);
            } catch (JsonProcessingException damaged) {
                throw new IllegalStateException(damaged);
            }
        }
    }

    /** One page of profiles, by code. */
    @Schema(name = "ImportProfilePage", description = "One page of profiles of imports, by code.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}
}
