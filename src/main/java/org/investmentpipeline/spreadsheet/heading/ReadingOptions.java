package org.investmentpipeline.spreadsheet.heading;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller's options for reading a file.
 *
 * @param sheet name, or number from 1, of a workbook's sheet; null for the first visible one with a heading
 *     row. A CSV has one sheet and ignores it
 * @param unit of amounts where neither heading nor cell names one, such as {@code 万元}
 * @param currency of amounts where neither heading nor cell names one: a code or a word such as {@code 美元}
 * @param mapping heading to field; a column with a null or empty field is ignored
 * @param asOf the day that the sheet describes
 */
public record ReadingOptions(
        @Nullable String sheet,
        @Nullable String unit,
        @Nullable String currency,
        Map<String, @Nullable String> mapping,
        LocalDate asOf) {}
