package org.investmentpipeline.spreadsheet.projects.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.investmentpipeline.catalogue.Catalogue;
import org.investmentpipeline.catalogue.CatalogueEntry;
import org.investmentpipeline.catalogue.Department;
import org.investmentpipeline.catalogue.Sector;
import org.investmentpipeline.catalogue.Zone;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.project.timeline.Agreement;
import org.investmentpipeline.project.timeline.Origin;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.cell.Wording;
import org.investmentpipeline.spreadsheet.projects.ProjectSheet;
import org.investmentpipeline.spreadsheet.writing.TemplateWorkbook;
import org.investmentpipeline.spreadsheet.writing.TemplateWorkbook.Column;

/** The empty sheet of projects, with the headings of the export and the choices of the present catalogues. */
@ApplicationScoped
public class ProjectTemplate {
    private static final LocalizedText SHEET = new LocalizedText("Projects", "台账");
    private static final LocalizedText INSTRUCTIONS = new LocalizedText("Instructions", "说明");
    private static final LocalizedText OPTIONS = new LocalizedText("Options", "选项");
    private static final LocalizedText WARNING = new LocalizedText("Not in the list", "不在选项中");
    private static final LocalizedText WARNING_TEXT =
            new LocalizedText("The import may not understand this value. Keep it?", "导入时可能无法识别该值，是否保留？");

    private final Catalogue catalogue;

    public ProjectTemplate(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The file in a language. */
    public byte[] workbook(Locale language) {
        var choices = choices(language);
        var columns = ProjectColumns.all(language, CatalogueNames.codes()).stream()
                .map(column -> new Column(
                        column.heading(language),
                        Objects.requireNonNull(TemplateNotes.NOTES.get(column.key()), column.key())
                                .in(language),
                        choices.getOrDefault(column.key(), List.of())))
                .toList();
        return new TemplateWorkbook(
                        SHEET.in(language),
                        INSTRUCTIONS.in(language),
                        OPTIONS.in(language),
                        columns,
                        TemplateNotes.INSTRUCTIONS.stream()
                                .map(line -> line.in(language))
                                .toList(),
                        new TemplateWorkbook.Warning(WARNING.in(language), WARNING_TEXT.in(language)))
                .bytes();
    }

    private Map<String, List<String>> choices(Locale language) {
        var choices = new HashMap<String, List<String>>();
        choices.put(ProjectSheet.STAGE.key(), words(Stage.values(), ProjectColumns.STAGES, language));
        choices.put(ProjectSheet.STATUS.key(), words(Status.values(), ProjectColumns.STATUSES, language));
        choices.put(ProjectSheet.ORIGIN.key(), words(Origin.values(), ProjectColumns.ORIGINS, language));
        choices.put(ProjectSheet.AGREEMENT.key(), words(Agreement.values(), ProjectColumns.AGREEMENTS, language));
        choices.put(ProjectSheet.KEY.key(), words(new Boolean[] {true, false}, ProjectColumns.KEYS, language));
        choices.put(ProjectSheet.SECTOR.key(), entries(Sector.class, language));
        choices.put(ProjectSheet.ZONE.key(), entries(Zone.class, language));
        choices.put(ProjectSheet.DEPARTMENT.key(), entries(Department.class, language));
        return choices;
    }

    private static <V> List<String> words(V[] values, Map<V, LocalizedText> words, Locale language) {
        return Arrays.stream(values)
                .map(value -> Objects.requireNonNull(words.get(value)).in(language))
                .toList();
    }

    /** The names of active entries; the code of one whose name means another entry, too. */
    private <E extends CatalogueEntry> List<String> entries(Class<E> type, Locale language) {
        var all = catalogue.all(type);
        var uses = all.stream()
                .flatMap(entry -> List.of(entry.code, entry.name.zh(), entry.name.en()).stream()
                        .map(Wording::of)
                        .distinct())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return all.stream()
                .filter(entry -> entry.active)
                .map(entry -> {
                    var name = language.getLanguage().equals("zh") ? entry.name.zh() : entry.name.en();
                    return uses.getOrDefault(Wording.of(name), 0L) > 1 ? entry.code : name;
                })
                .sorted()
                .toList();
    }
}
