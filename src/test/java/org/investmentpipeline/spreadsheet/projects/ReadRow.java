package org.investmentpipeline.spreadsheet.projects;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.investmentpipeline.period.StatedDay;
import org.investmentpipeline.project.command.ProjectDraft.InvestmentDraft;
import org.investmentpipeline.project.statement.ProjectStatement;
import org.investmentpipeline.project.timeline.Field;
import org.investmentpipeline.project.timeline.Stage;
import org.investmentpipeline.project.timeline.Status;
import org.investmentpipeline.spreadsheet.heading.ReadingOptions;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.SheetReader;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;

/** A row that a test had read, with short names for the parts of its statement. */
record ReadRow(ImportRow<ProjectStatement> read) {

    /** Reads a file as a sheet of projects. */
    static SheetReading all(Path file, ReadingOptions options, Consumer<ReadRow> rows) {
        return SheetReader.read(
                file, options, new ProjectRowReader(options.asOf()), row -> rows.accept(new ReadRow(row)));
    }

    int row() {
        return read.place().row();
    }

    List<CellError> errors() {
        return read.errors();
    }

    ProjectStatement statement() {
        return read.accepted();
    }

    @Nullable
    String code() {
        return statement().code();
    }

    String name() {
        return statement().name();
    }

    @Nullable
    String investor() {
        return statement().investor();
    }

    @Nullable
    BigDecimal amount() {
        InvestmentDraft investment = statement().investment();
        return investment == null ? null : investment.amount();
    }

    @Nullable
    String currency() {
        InvestmentDraft investment = statement().investment();
        return investment == null ? null : investment.currency();
    }

    @Nullable
    String summary() {
        return statement().description().summary();
    }

    @Nullable
    Stage stage() {
        return statement().stage();
    }

    @Nullable
    Status status() {
        return statement().status();
    }

    @Nullable
    String reason() {
        return statement().reason();
    }

    Map<Stage, StatedDay> entries() {
        return statement().entries();
    }

    @Nullable
    Object value(Field field) {
        return statement().values().get(field);
    }

    @Nullable
    Object sector() {
        return value(Field.SECTOR);
    }

    @Nullable
    Object zone() {
        return value(Field.ZONE);
    }
}
