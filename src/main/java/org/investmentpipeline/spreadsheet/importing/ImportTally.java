package org.investmentpipeline.spreadsheet.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.importing.ImportTarget.Effect;
import org.investmentpipeline.spreadsheet.importing.ImportTarget.Outcome;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;

/** Counts what an import does, row by row. */
final class ImportTally {
    private static final int MOST_ERRORS = 1000;

    private final Map<Effect, Integer> rows = new EnumMap<>(Effect.class);
    private final List<CellError> errors = new ArrayList<>();

    void count(Outcome outcome) {
        rows.merge(outcome.effect(), 1, Integer::sum);
        outcome.errors().stream().limit(MOST_ERRORS - (long) errors.size()).forEach(errors::add);
    }

    private int rows(Effect effect) {
        return rows.getOrDefault(effect, 0);
    }

    /** The report in the reader's language. */
    ImportReport report(SheetReading reading, Locale language) {
        return new ImportReport(
                rows.values().stream().mapToInt(Integer::intValue).sum(),
                rows(Effect.CREATED),
                rows(Effect.CHANGED),
                rows(Effect.UNCHANGED),
                rows(Effect.REFUSED),
                errors.stream().map(error -> view(error, reading, language)).toList(),
                reading.headings().stream()
                        .map(heading -> view(heading, language))
                        .toList());
    }

    /** Errors found after reading name a field; the reader of the report knows its heading. */
    private static ImportReport.CellProblem view(CellError error, SheetReading reading, Locale language) {
        var column = reading.headings().stream()
                .filter(heading -> error.column() != null && error.column().equals(heading.field()))
                .map(HeadingReading::heading)
                .findFirst()
                .orElse(error.column());
        return new ImportReport.CellProblem(
                error.row(), column, error.value(), error.expected().in(language));
    }

    private static ImportReport.HeadingView view(HeadingReading heading, Locale language) {
        return new ImportReport.HeadingView(
                heading.column(),
                heading.heading(),
                heading.field(),
                heading.unit(),
                heading.currency(),
                in(heading.note(), language));
    }

    private static @Nullable String in(@Nullable LocalizedText note, Locale language) {
        return note == null ? null : Objects.requireNonNull(note).in(language);
    }
}
