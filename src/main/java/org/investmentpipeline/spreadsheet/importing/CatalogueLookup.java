package org.investmentpipeline.spreadsheet.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntries;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.CatalogueKind;
import org.investmentpipeline.catalogue.Name;
import org.investmentpipeline.input.Unknown;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;

/** Finds an entry of a catalogue by the code or name in a sheet, or gives it the code of an entry that is to be added. */
public final class CatalogueLookup<E extends CatalogueEntry> {
    /** Leaves room for a number behind it. */
    private static final int LONGEST_STEM = 60;

    private final String field;
    private final CatalogueKind<E> kind;
    private final CatalogueEntries entries;
    private final boolean createMissing;
    private final Map<String, String> codes = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Set<String> inactive = new HashSet<>();
    private final Map<String, CatalogueEntry.Draft> missing = new LinkedHashMap<>();
    private final List<String> added = new ArrayList<>();

    public CatalogueLookup(
            String field, CatalogueKind<E> kind, Catalogue catalogue, CatalogueEntries entries, boolean createMissing) {
        this.field = field;
        this.kind = kind;
        this.entries = entries;
        this.createMissing = createMissing;
        catalogue.all(kind.type()).forEach(entry -> {
            remember(entry.code, entry.name);
            if (!entry.active) {
                inactive.add(entry.code);
            }
        });
    }

    private void remember(String code, Name name) {
        codes.putIfAbsent(folded(name.zh()), code);
        codes.putIfAbsent(folded(name.en()), code);
        codes.put(folded(code), code);
        exact.add(code);
    }

    /** The code of what is named; refused when there is none and none may be added. */
    public String code(String name) {
        var code = exact.contains(name) ? name : codes.get(folded(name));
        if (code == null && createMissing) {
            return miss(name);
        }
        if (code == null) {
            throw Problem.refused(
                    field,
                    "'%s' is in no catalogue; add it, or import with createMissing",
                    "“%s”不在目录中；请先添加，或在导入时使用 createMissing",
                    name);
        }
        if (inactive.contains(code)) {
            throw Problem.refused(field, "'%s' is no longer active", "“%s”已停用", name);
        }
        return code;
    }

    private String miss(String name) {
        var wanted = Catalogue.codeOf(name);
        if (wanted.isEmpty() || wanted.equals(Unknown.WORD)) {
            throw Problem.refused(field, "'%s' is no name", "“%s”不是名称", name);
        }
        var code = wanted;
        for (var number = 2; codes.containsKey(folded(code)); number++) {
            code = wanted.substring(0, wanted.offsetByCodePoints(0, Math.min(Text.length(wanted), LONGEST_STEM))) + "-"
                    + number;
        }
        var draft = new CatalogueEntry.Draft(code, new CatalogueEntry.NameDraft(name, name), true);
        remember(code, draft.name().toName());
        missing.put(code, draft);
        return code;
    }

    /** Adds those of the missing entries that are used. */
    public void add(Set<String> used) {
        missing.forEach((code, draft) -> {
            if (used.contains(code)) {
                entries.add(kind, code, draft);
                added.add(code);
            }
        });
    }

    /** The codes of the entries that were added. */
    public List<String> added() {
        return List.copyOf(added);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
