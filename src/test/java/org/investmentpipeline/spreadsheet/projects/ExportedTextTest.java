package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.ledger.Description;
import org.investmentpipeline.project.ledger.Project;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Investment;
import org.investmentpipeline.project.timeline.Position;
import org.investmentpipeline.project.timeline.ProjectState;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.projects.exporting.CatalogueNames;
import org.investmentpipeline.spreadsheet.projects.exporting.ExportedProject;
import org.investmentpipeline.spreadsheet.projects.exporting.ProjectColumns;
import org.investmentpipeline.spreadsheet.writing.CsvFile;
import org.investmentpipeline.spreadsheet.writing.SheetStart;
import org.investmentpipeline.spreadsheet.writing.SheetWriter;
import org.investmentpipeline.spreadsheet.writing.WorkbookFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported rows as the import reads them: texts that a spreadsheet, CSV or XML may take for something else stay as they are. */
class ExportedTextTest extends WrittenSheet {
    static final List<String> HOSTILE = List.of(
            "=1+1",
            "=\"0012\"",
            "+86 10",
            "-5",
            "@SUM(A1)",
            "'quoted'",
            "''",
            "'0012",
            "007",
            "1E5",
            "2023-06-28",
            "TRUE",
            "a;b,c\"d\"",
            "<b>&amp;</b>",
            "_x0041_ und _x000D_",
            "\uD83D\uDE80火箭\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "ＡＢＣ１２３（有限）",
            "مشروع",
            "小计有限公司",
            "长".repeat(99));

    static Stream<String> formats() {
        return Stream.of("csv zh", "csv en", "xlsx zh", "xlsx en");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void textsStayAsTheyAre(String kind) throws IOException {
        readBytes(file(kind));

        assertEquals(HOSTILE.size(), statements.size());
        for (var i = 0; i < HOSTILE.size(); i++) {
            var text = HOSTILE.get(i);
            var read = statements.get(i);
            assertEquals(List.of(), read.errors(), text);
            assertEquals(text, read.name());
            assertEquals(text, read.investor());
            assertEquals(text, read.reason());
            assertEquals(text, read.statement().values().get(Field.LEADER));
            assertEquals(new Description(text, text + "\n第二行"), read.statement().description());
            assertEquals(0, new BigDecimal("1234567890123.45").compareTo(read.amount()));
            assertEquals("USD", read.currency());
            assertEquals(
                    Map.of(Stage.SIGNED, new StatedDay(LocalDate.of(2023, 4, 1), Precision.QUARTER)), read.entries());
        }
    }

    private static byte[] file(String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        Function<OutputStream, SheetWriter> format = kind.startsWith("csv") ? CsvFile::new : WorkbookFile::new;
        var file = format.apply(out);
        var language = Locale.forLanguageTag(kind.substring(kind.length() - 2));
        var columns = ProjectColumns.all(language, CatalogueNames.codes());
        file.begin(new SheetStart(
                "台账",
                null,
                columns.stream().map(column -> column.heading(language)).toList(),
                2));
        for (var text : HOSTILE) {
            var project = new Project();
            project.identify("P-" + HOSTILE.indexOf(text), text);
            project.describe(new Description(text, text + "\r\n第二行"));
            var row = new ExportedProject(project, List.of(position(text)), Map.of(1L, text));
            file.row(columns.stream().map(column -> column.cell().apply(row)).toList());
        }
        file.end();
        return out.toByteArray();
    }

    private static Position position(String text) {
        var day = LocalDate.of(2023, 4, 1);
        var investment = Investment.of(new BigDecimal("1234567890123.45"), "USD", new BigDecimal("7.12345678"));
        var state = new ProjectState(
                Stage.SIGNED,
                day,
                Status.SUSPENDED,
                text,
                investment,
                null,
                null,
                null,
                null,
                null,
                true,
                1L,
                text,
                null,
                new BigDecimal("120.5"),
                300,
                null);
        return new Position(day, Position.OPEN, 0, Precision.QUARTER, state);
    }
}
