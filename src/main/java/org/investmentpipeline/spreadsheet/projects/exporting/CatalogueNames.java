package org.investmentpipeline.spreadsheet.projects.exporting;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.CodeSet;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.catalogue.list.NamedList;
import org.investmentpipeline.project.timeline.Field;
import org.jspecify.annotations.Nullable;

/** The texts for entries of catalogues in an export: their codes, which the import reads without doubt, or their names. */
public final class CatalogueNames {
    /** Codes have commas at times; the import separates by these two and a semicolon. */
    private static final String SEPARATOR = "、";

    private final Map<Field, Map<String, String>> names;

    private CatalogueNames(Map<Field, Map<String, String>> names) {
        this.names = names;
    }

    /** The codes themselves. */
    public static CatalogueNames codes() {
        return new CatalogueNames(Map.of());
    }

    /** The names in a language, as they are now. */
    public static CatalogueNames in(Locale language, Catalogue catalogue) {
        var types = Map.of(
                Field.SECTOR, Sector.class,
                Field.ZONE, Zone.class,
                Field.DEPARTMENT, Department.class,
                Field.LISTS, NamedList.class);
        var names = new HashMap<Field, Map<String, String>>();
        types.forEach((field, type) -> names.put(field, names(catalogue.all(type), language)));
        return new CatalogueNames(names);
    }

    private static Map<String, String> names(List<? extends CatalogueEntry> entries, Locale language) {
        return entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.code,
                        entry -> language.getLanguage().equals("zh") ? entry.name.zh() : entry.name.en()));
    }

    /** The same for the same names, whose changes no clock of the ledger knows. */
    String determinant() {
        var ordered = new TreeMap<Field, Map<String, String>>();
        names.forEach((field, texts) -> ordered.put(field, new TreeMap<>(texts)));
        return ordered.toString();
    }

    @Nullable
    String of(Field field, @Nullable String code) {
        return code == null ? null : names.getOrDefault(field, Map.of()).getOrDefault(code, code);
    }

    /** All lists of a project, in the order of their codes. */
    @Nullable
    String lists(@Nullable CodeSet lists) {
        return lists == null
                ? null
                : lists.codes().stream()
                        .map(code -> String.valueOf(of(Field.LISTS, code)))
                        .collect(Collectors.joining(SEPARATOR));
    }
}
