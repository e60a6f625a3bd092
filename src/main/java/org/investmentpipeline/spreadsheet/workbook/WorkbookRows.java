package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.investmentpipeline.spreadsheet.sheet.RowSource;
import org.investmentpipeline.spreadsheet.sheet.SheetCell;
import org.investmentpipeline.spreadsheet.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's sheet as it stores them. */
final class WorkbookRows implements RowSource {

    private final WorkbookArchive.Part part;
    private final XMLStreamReader xml;
    private final StoredCells stored;
    private int last;
    private boolean ended;

    WorkbookRows(WorkbookArchive.Part part, StoredCells stored) {
        this.part = part;
        this.xml = part.reader();
        this.stored = stored;
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (!ended && xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    return row();
                }
                ended = event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("sheetData");
            }
            return null;
        } catch (XMLStreamException | RuntimeException e) {
            // A damaged sheet causes arbitrary exceptions of the parser.
            throw WorkbookArchive.corrupt(e);
        }
    }

    /** A row without a number follows the one before; so does a cell without a reference. */
    private SheetRow row() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        last = number == null ? last + 1 : SheetSurvey.number(number);
        boolean hidden = WorkbookParts.isTrue(xml.getAttributeValue(null, "hidden"))
                || "0".equals(xml.getAttributeValue(null, "ht"));
        var cells = new ArrayList<SheetCell>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                String reference = xml.getAttributeValue(null, "r");
                int column = reference == null ? cells.size() : SheetSurvey.column(reference);
                while (cells.size() <= column) {
                    cells.add(SheetCell.Text.BLANK);
                }
                cells.set(column, cell());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return new SheetRow(last, cells, Map.of(), Map.of(), hidden);
            }
        }
    }

    private SheetCell cell() throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String formula = null;
        String value = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("c")) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" -> formula = RichText.plain(xml);
                case "v" -> value = RichText.plain(xml);
                case "is" -> value = RichText.read(xml);
                default -> RichText.plain(xml);
            }
        }
        return stored.cell(new StoredCells.Stored(
                type == null ? "n" : type, style == null ? -1 : SheetSurvey.number(style), formula, value));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
