package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.exporting.ExportColumn;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.projects.exporting.CatalogueNames;
import org.investmentpipeline.spreadsheet.projects.exporting.ProjectColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headings and words of an export, as the import reads them. */
class ProjectColumnsTest extends WrittenSheet {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theImportKnowsEveryHeading(String language) throws IOException {
        var columns = ProjectColumns.all(Locale.forLanguageTag(language), CatalogueNames.codes());
        var headings = columns.stream()
                .map(column -> column.heading(Locale.forLanguageTag(language)).text())
                .collect(Collectors.joining(","));

        var reading = read(headings + "\n", Map.of());

        assertEquals(
                columns.stream().map(ExportColumn::key).toList(),
                reading.headings().stream().map(HeadingReading::field).toList());
        var investment = reading.headings().stream()
                .filter(heading -> "investment".equals(heading.field()))
                .findFirst()
                .orElseThrow();
        assertEquals("CNY", investment.currency());
        assertEquals(null, investment.note());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theImportKnowsEveryWord(String language) throws IOException {
        var locale = Locale.forLanguageTag(language);
        var rows = new StringBuilder("项目名称,建设阶段,状态,资金来源,协议类型,是否重点\n");
        ProjectColumns.STAGES.values().forEach(word -> rows.append(row(word, 0, locale)));
        ProjectColumns.STATUSES.values().forEach(word -> rows.append(row(word, 1, locale)));
        ProjectColumns.ORIGINS.values().forEach(word -> rows.append(row(word, 2, locale)));
        ProjectColumns.AGREEMENTS.values().forEach(word -> rows.append(row(word, 3, locale)));
        ProjectColumns.KEYS.values().forEach(word -> rows.append(row(word, 4, locale)));

        read(rows.toString(), Map.of());

        assertEquals(14, statements.size());
        assertEquals(
                List.of(),
                statements.stream().flatMap(row -> row.errors().stream()).toList());
        assertEquals(
                ProjectColumns.STAGES.keySet(),
                statements.stream().limit(4).map(ReadRow::stage).collect(Collectors.toSet()));
        assertEquals(
                ProjectColumns.STATUSES.keySet(),
                statements.stream().skip(4).limit(3).map(ReadRow::status).collect(Collectors.toSet()));
    }

    private static String row(LocalizedText word, int column, Locale language) {
        return "甲," + ",".repeat(column) + word.in(language) + ",".repeat(4 - column) + "\n";
    }

    @Test
    void theSheetOfPositionsIsNoLedger() {
        var history = ProjectColumns.history(ProjectColumns.all(Locale.CHINESE, CatalogueNames.codes()));
        var headings = history.stream()
                .map(column -> column.heading(Locale.CHINESE).text())
                .toList();

        assertEquals(List.of("项目编号", "起", "止（不含）"), headings.subList(0, 3));
        assertEquals(21, headings.size());
        refusal(String.join(",", headings) + "\n" + "x,".repeat(20) + "x\n", Map.of());
        assertEquals(0, Stream.of("项目名称", "名称", "项目").filter(headings::contains).count());
    }
}
