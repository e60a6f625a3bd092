package org.investmentpipeline.spreadsheet.exporting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.spreadsheet.writing.CellContent;
import org.investmentpipeline.spreadsheet.writing.SheetHeading;
import org.jspecify.annotations.Nullable;

/**
 * A column of an export.
 *
 * @param key the field of the import that reads it
 * @param heading one that the import knows
 * @param width in characters
 * @param <T> the content of a row
 */
public record ExportColumn<T>(String key, LocalizedText heading, int width, Function<T, CellContent> cell) {

    public SheetHeading heading(Locale language) {
        return new SheetHeading(heading.in(language), width);
    }

    /**
     * The columns that a caller names, in that order.
     *
     * @param keys with commas; null for all columns
     */
    public static <T> List<ExportColumn<T>> chosen(List<ExportColumn<T>> all, @Nullable String keys) {
        if (keys == null) {
            return all;
        }
        var chosen = new ArrayList<ExportColumn<T>>();
        for (var key : new LinkedHashSet<>(List.of(keys.split(",", -1)))) {
            chosen.add(all.stream()
                    .filter(column -> column.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> unknown(key, all)));
        }
        return chosen;
    }

    private static <T> Problem unknown(String key, List<ExportColumn<T>> all) {
        return Problem.invalid(
                "columns",
                "'%s' is none of the columns: %s",
                "“%s”不是可导出的列：%s",
                key,
                all.stream().map(ExportColumn::key).collect(Collectors.joining(", ")));
    }
}
