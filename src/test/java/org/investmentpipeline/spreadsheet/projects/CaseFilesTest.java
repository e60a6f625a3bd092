package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files, each with a shape that is easily misread without anybody noticing. */
class CaseFilesTest {
    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    private final List<ReadRow> rows = new ArrayList<>();

    private SheetReading read(String file) {
        return read(file, List.of(), null);
    }

    private SheetReading read(String file, List<String> sheets, @Nullable String sheetIs) {
        var options = new ReadingOptions(sheets, sheetIs, null, null, Map.of(), Map.of(), AS_OF);
        return ReadRow.all(path(file), options, rows::add);
    }

    private static Path path(String file) {
        try {
            return Path.of(Objects.requireNonNull(CaseFilesTest.class.getResource(file), file)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> refused() {
        return rows.stream()
                .flatMap(row -> row.errors().stream())
                .map(CellError::value)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void rowsOfTotalsAreCountedAndNotRead() {
        var reading = read("totals-rows.csv");

        assertEquals(2, reading.rows());
        assertEquals(7, reading.passedOver().size());
        assertEquals(List.of(), refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-rows-of-headings.xlsx",
                "unit-in-upper-heading.xlsx",
                "unit-in-corner.xlsx",
                "money-heading-1.csv",
                "money-heading-2.csv",
                "money-heading-3.csv",
                "money-heading-4.csv",
                "money-heading-5.csv",
                "../workbook/unit-in-format.xlsx",
                "traditional.csv"
            })
    void headingsAndUnitsAreFoundWhereverTheyAre(String file) {
        var reading = read(file);

        assertEquals(List.of(), refused());
        assertTrue(
                rows.stream()
                        .map(ReadRow::amount)
                        .allMatch(amount -> amount != null && amount.compareTo(new BigDecimal("100000000")) > 0),
                rows::toString);
        assertEquals(Set.of(), reading.warnings());
    }

    @Test
    void sheetsForEachZoneAreReadOnRequestOnly() {
        var refusal = assertThrows(UnreadableSheet.class, () -> read("sheet-per-zone.xlsx"));
        var reading = read("sheet-per-zone.xlsx", List.of("*"), "zone");

        assertTrue(refusal.reason().en().startsWith("Several sheets have headings"), refusal.getMessage());
        assertEquals(3, reading.rows());
        assertEquals(
                reading.sheets().stream().map(SheetReading.Sheet::name).toList(),
                rows.stream().map(ReadRow::zone).toList());
        assertEquals(
                reading.sheets().get(1).name() + "!2",
                rows.get(1).read().place().toString());
    }

    @Test
    void wordsOfStagesAndStatusesAreReadUnlessTheyAreAmbiguous() {
        read("stage-words.csv");

        var words = rows.stream()
                .filter(row -> row.errors().isEmpty())
                .collect(Collectors.toMap(
                        row -> row.name().replace("阶段词", ""), row -> row.stage() == null ? row.status() : row.stage()));
        assertEquals(
                Map.ofEntries(
                        Map.entry("正在施工", Stage.GROUNDBREAKING),
                        Map.entry("主体施工", Stage.GROUNDBREAKING),
                        Map.entry("封顶", Stage.GROUNDBREAKING),
                        Map.entry("已开工建设", Stage.GROUNDBREAKING),
                        Map.entry("竣工验收", Stage.COMPLETED),
                        Map.entry("试运行", Stage.COMPLETED),
                        Map.entry("已签约未开工", Stage.SIGNED),
                        Map.entry("待开工", Stage.SIGNED),
                        Map.entry("未开工", Stage.SIGNED),
                        Map.entry("已流失", Status.WITHDRAWN),
                        Map.entry("谈判终止", Status.WITHDRAWN),
                        Map.entry("长期停工", Status.SUSPENDED)),
                words);
        assertEquals(List.of("框架协议", "办理前期手续"), refused());
    }

    @ParameterizedTest
    @CsvSource({"code-apostrophe.csv", "code-text-formula.csv"})
    void codesLoseTheirGuard(String file) {
        read(file);

        assertEquals("0012", rows.get(0).code());
    }

    @Test
    void codesThatASpreadsheetDestroyedAreRefused() {
        read("code-lost.csv");

        assertEquals(List.of("1.23457E+11", "1.23457E+11"), refused());
    }

    @Test
    void hiddenRowsAreReadWithAWarning() {
        read("../workbook/hidden-rows.xlsx");

        assertEquals(
                List.of(Set.of(), Set.of(ImportWarning.HIDDEN_ROW), Set.of(ImportWarning.HIDDEN_ROW)),
                rows.stream().map(row -> row.read().warnings()).toList());
    }

    @Test
    void daysAreReadUnlessTheyNeedGuessing() {
        read("days.csv");

        assertTrue(
                refused().containsAll(List.of("2023年6月底", "2023年6月上旬", "23.6.28", "2023.06-2025.12")),
                refused()::toString);
        assertTrue(
                rows.stream()
                        .filter(row -> row.errors().isEmpty())
                        .map(ReadRow::code)
                        .toList()
                        .containsAll(List.of("D-0", "D-1", "D-2", "D-7")),
                rows::toString);
    }

    @Test
    void amountsAreReadUnlessTheyAreVague() {
        read("amounts.csv");

        assertEquals(
                Map.of(
                        "A-6", new BigDecimal("120000000.00"),
                        "A-10", new BigDecimal("120000000.00"),
                        "A-12", new BigDecimal("300000000.00")),
                rows.stream()
                        .filter(row -> row.errors().isEmpty())
                        .collect(Collectors.toMap(row -> String.valueOf(row.code()), ReadRow::amount)));
    }
}
