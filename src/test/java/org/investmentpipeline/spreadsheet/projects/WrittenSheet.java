package org.investmentpipeline.spreadsheet.projects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that a test writes and has read. */
abstract class WrittenSheet {

    static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

    @TempDir
    Path folder = Path.of("");

    final List<ReadRow> statements = new ArrayList<>();

    static ReadingOptions options(Map<String, @Nullable String> mapping) {
        return new ReadingOptions(List.of(), null, null, null, mapping, Map.of(), AS_OF);
    }

    SheetReading read(String csv, Map<String, @Nullable String> mapping) throws IOException {
        return ReadRow.all(write(csv.getBytes(StandardCharsets.UTF_8)), options(mapping), statements::add);
    }

    void readBytes(byte[] bytes) throws IOException {
        ReadRow.all(write(bytes), options(Map.of()), statements::add);
    }

    String refusal(String csv, Map<String, @Nullable String> mapping) {
        return Assertions.assertThrows(UnreadableSheet.class, () -> read(csv, mapping))
                .reason()
                .en();
    }

    Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("ledger"), bytes);
    }

    List<@Nullable String> errorColumns(int statement) {
        return statements.get(statement).errors().stream()
                .<@Nullable String>map(CellError::column)
                .toList();
    }

    static String note(SheetReading reading, int heading) {
        return Objects.requireNonNull(reading.headings().get(heading).note()).en();
    }
}
