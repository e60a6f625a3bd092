package org.investmentpipeline.spreadsheet.heading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller's options for reading a file.
 *
 * @param sheets names, or numbers from 1, of a workbook's sheets, or {@code *} for all visible ones with headings; empty for the
 *     only visible one with headings. A CSV has one sheet and ignores it
 * @param sheetIs the field whose value is the name of the row's sheet where the row has none; null for none
 * @param unit of amounts where neither heading nor cell names one, such as {@code 万元}
 * @param currency of amounts where neither heading nor cell names one: a code or a word such as {@code 美元}
 * @param mapping heading to field; a column with a null or empty field is ignored
 * @param words by the key of a field: word to value, before all known words; an empty value lets the word say nothing
 * @param asOf the day that the sheet describes
 */
public record ReadingOptions(
        List<String> sheets,
        @Nullable String sheetIs,
        @Nullable String unit,
        @Nullable String currency,
        Map<String, @Nullable String> mapping,
        Map<String, Map<String, String>> words,
        LocalDate asOf) {

    /** Options for a file that says everything itself. */
    public static ReadingOptions of(LocalDate asOf) {
        return new ReadingOptions(List.of(), null, null, null, Map.of(), Map.of(), asOf);
    }
}
