package org.investmentpipeline.spreadsheet.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.heading.HeadingReading;
import org.investmentpipeline.spreadsheet.importing.ImportTarget.Effect;
import org.investmentpipeline.spreadsheet.importing.ImportTarget.Outcome;
import org.investmentpipeline.spreadsheet.reading.CellError;
import org.investmentpipeline.spreadsheet.reading.ImportRow;
import org.investmentpipeline.spreadsheet.reading.ImportWarning;
import org.investmentpipeline.spreadsheet.reading.RefusedSheet.Refusal;
import org.investmentpipeline.spreadsheet.reading.RowPlace;
import org.investmentpipeline.spreadsheet.reading.SheetReading;
import org.jspecify.annotations.Nullable;

/** Counts the effects of an import, row by row. */
final class ImportTally {
    private static final int MOST_ERRORS = 1000;
    private static final int MOST_ROWS = 100;
    private static final int MOST_WORDS = 1000;

    private final Map<Effect, Integer> rows = new EnumMap<>(Effect.class);
    private final List<CellError> errors = new ArrayList<>();
    private final Map<ImportWarning, Rows> warnings = new EnumMap<>(ImportWarning.class);
    private final Map<Word, Rows> unknownWords = new LinkedHashMap<>();
    private final Map<RowPlace, Refusal> refusals = new LinkedHashMap<>();

    private record Word(
            String column, String word, @Nullable String nearest) {}

    /** Some of the rows of a kind, and the number of all. */
    private static final class Rows {
        private int count;
        private final List<String> first = new ArrayList<>();

        void add(RowPlace place) {
            count++;
            if (first.size() < MOST_ROWS) {
                first.add(place.toString());
            }
        }
    }

    void count(ImportRow<?> row, Outcome outcome) {
        rows.merge(outcome.effect(), 1, Integer::sum);
        outcome.errors().stream().limit(MOST_ERRORS - (long) errors.size()).forEach(errors::add);
        outcome.errors().forEach(this::noteUnknownWord);
        if (outcome.effect() == Effect.REFUSED) {
            refusals.put(row.place(), new Refusal(outcome.errors(), row.isRefused()));
        } else {
            row.warnings().forEach(warning -> warn(warning, row.place()));
            outcome.warnings().forEach(warning -> warn(warning, row.place()));
        }
    }

    /** The refused rows in the order of the file. */
    Map<RowPlace, Refusal> refusals() {
        return refusals;
    }

    private void noteUnknownWord(CellError error) {
        if (error.isUnknownWord()
                && unknownWords.size() < MOST_WORDS
                && error.column() != null
                && error.value() != null) {
            var word = new Word(error.column(), error.value(), error.nearest());
            unknownWords.computeIfAbsent(word, any -> new Rows()).add(error.place());
        }
    }

    private void warn(ImportWarning warning, RowPlace place) {
        warnings.computeIfAbsent(warning, any -> new Rows()).add(place);
    }

    private int rows(Effect effect) {
        return rows.getOrDefault(effect, 0);
    }

    /** The report in the reader's language. */
    ImportReport report(SheetReading reading, ImportReport.@Nullable Missing missing, Locale language) {
        reading.warnings().forEach(warning -> warnings.computeIfAbsent(warning, any -> new Rows()));
        return new ImportReport(
                null,
                rows.values().stream().mapToInt(Integer::intValue).sum(),
                rows(Effect.CREATED),
                rows(Effect.CHANGED),
                rows(Effect.UNCHANGED),
                rows(Effect.REFUSED),
                errors.stream().map(error -> view(error, reading, language)).toList(),
                headings(reading, language),
                reading.sheets().stream()
                        .map(sheet -> new ImportReport.SheetView(sheet.name(), sheet.isRead(), sheet.rows()))
                        .toList(),
                passedOver(reading.passedOver()),
                warnings.entrySet().stream()
                        .map(entry -> view(entry.getKey(), entry.getValue(), language))
                        .toList(),
                unknownWords.entrySet().stream()
                        .map(entry -> view(entry.getKey(), entry.getValue()))
                        .toList(),
                missing,
                null);
    }

    private static ImportReport.PassedOver passedOver(List<RowPlace> places) {
        var rows = new Rows();
        places.forEach(rows::add);
        return new ImportReport.PassedOver(rows.count, rows.first);
    }

    private static ImportReport.Warning view(ImportWarning warning, Rows rows, Locale language) {
        return new ImportReport.Warning(
                warning, rows.count, rows.first, warning.sentence().in(language));
    }

    private static ImportReport.UnknownWord view(Word word, Rows rows) {
        return new ImportReport.UnknownWord(word.column(), word.word(), rows.count, rows.first, word.nearest());
    }

    /** Errors found after reading name a field; the reader of the report knows its heading. */
    private static ImportReport.CellProblem view(CellError error, SheetReading reading, Locale language) {
        var column = reading.headings().stream()
                .filter(heading -> error.column() != null && error.column().equals(heading.field()))
                .map(HeadingReading::heading)
                .findFirst()
                .orElse(error.column());
        return new ImportReport.CellProblem(
                error.place().sheet(),
                error.place().row(),
                column,
                error.value(),
                error.expected().in(language));
    }

    private static List<ImportReport.HeadingView> headings(SheetReading reading, Locale language) {
        var read = reading.sheets().stream().filter(SheetReading.Sheet::isRead).toList();
        return read.stream()
                .flatMap(sheet -> sheet.headings().stream()
                        .map(heading -> view(heading, read.size() > 1 ? sheet.name() : null, language)))
                .toList();
    }

    private static ImportReport.HeadingView view(HeadingReading heading, @Nullable String sheet, Locale language) {
        return new ImportReport.HeadingView(
                sheet,
                heading.column(),
                heading.heading(),
                heading.field(),
                heading.unit(),
                heading.currency(),
                in(heading.note(), language));
    }

    private static @Nullable String in(@Nullable LocalizedText note, Locale language) {
        return note == null ? null : note.in(language);
    }
}
