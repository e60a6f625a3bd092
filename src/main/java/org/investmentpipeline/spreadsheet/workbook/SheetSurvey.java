package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.spreadsheet.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * A first pass over a sheet, because its merged cells are listed after its rows. It also refuses, before
 * the rows are read, content that no spreadsheet writes and that would exhaust memory or time.
 */
final class SheetSurvey {

    private static final int MOST_MERGES = 100_000;
    private static final int MOST_ARRAYS = 1_000;
    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;
    /** Characters of a text in the sheet itself, some of them escaped. */
    private static final int LONGEST_CELL = 1 << 18;
    /** Characters of a number, or of the text result of a formula. */
    private static final int LONGEST_VALUE = 40_000;

    private final List<Merge> merges = new ArrayList<>();
    private int tall;
    private int flat;
    private int arrays;
    private int cellsInRow;
    private int characters;
    private int longest = LONGEST_CELL;

    /** A rectangle of merged cells; rows are 1-based, columns 0-based. */
    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private SheetSurvey() {}

    /** The merges of a sheet, from the top down. */
    static List<Merge> merges(WorkbookArchive archive, String part) throws IOException {
        var survey = new SheetSurvey();
        try (var xml = archive.xml(part)) {
            survey.read(xml.reader());
        } catch (XMLStreamException e) {
            throw WorkbookArchive.corrupt(e);
        }
        survey.merges.sort(Comparator.comparingInt(Merge::firstRow));
        return survey.merges;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(xml);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                characters += xml.getTextLength();
                refuse(characters > longest);
            }
        }
    }

    private void element(XMLStreamReader xml) {
        characters = 0;
        longest = xml.getLocalName().equals("v") ? LONGEST_VALUE : LONGEST_CELL;
        switch (xml.getLocalName()) {
            case "row" -> {
                cellsInRow = 0;
                String number = xml.getAttributeValue(null, "r");
                refuse(number != null && number(number) > LAST_ROW);
            }
            case "c" -> {
                cellsInRow++;
                refuse(cellsInRow > LAST_COLUMN || column(xml.getAttributeValue(null, "r")) >= LAST_COLUMN);
            }
            case "f" -> {
                arrays += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
                refuse(arrays > MOST_ARRAYS);
            }
            case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
            default -> {
                // Styles, widths, links and drawings are irrelevant.
            }
        }
    }

    private void merge(@Nullable String reference) {
        if (reference == null) {
            return;
        }
        String[] corners = reference.split(":", 2);
        if (corners.length < 2) {
            return;
        }
        int firstRow = row(corners[0]);
        int lastRow = row(corners[1]);
        refuse(lastRow > LAST_ROW || column(corners[1]) >= LAST_COLUMN);
        if (lastRow > firstRow) {
            refuse(++tall > MOST_MERGES);
        } else if (++flat > MOST_MERGES) {
            return;
        }
        merges.add(new Merge(firstRow, lastRow, column(corners[0]), column(corners[1])));
    }

    private static int row(String reference) {
        return number(reference.replaceFirst("^\\$?[A-Za-z]*\\$?", ""));
    }

    static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw WorkbookArchive.corrupt(e);
        }
    }

    /** The 0-based column of a reference such as {@code AB12}; 0 when the cell has no reference. */
    static int column(@Nullable String reference) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && column <= LAST_COLUMN; i++) {
            char letter = Character.toUpperCase(reference.charAt(i));
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            } else if (letter != '$') {
                break;
            }
        }
        return Math.max(0, column - 1);
    }

    static void refuse(boolean excessive) {
        if (excessive) {
            throw new UnreadableFile(LocalizedText.of(
                    "The sheet exceeds the limits: a cell is too long, or there are too many columns, merges or array formulas.",
                    "工作表超出台账的规模：单元格过长，或列、合并单元格、数组公式过多。"));
        }
    }
}
