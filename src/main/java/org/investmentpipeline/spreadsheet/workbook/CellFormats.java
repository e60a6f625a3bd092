package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.investmentpipeline.period.Precision;
import org.investmentpipeline.spreadsheet.format.DayFormat;
import org.investmentpipeline.spreadsheet.format.NumberFormat;
import org.jspecify.annotations.Nullable;

/** The number formats of the styles of a workbook. */
final class CellFormats {

    /** Formats that files do not spell out (ECMA-376 part 1, 18.8.30); those of days are known by their precision, currencies depend on the machine. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(37, "#,##0"),
            Map.entry(38, "#,##0"),
            Map.entry(39, "#,##0.00"),
            Map.entry(40, "#,##0.00"),
            Map.entry(48, "##0.0E+0"));

    /** A spreadsheet keeps at most 65,490 formats of cells. */
    private static final int MOST_STYLES = 65_536;

    /** The longest code that a spreadsheet accepts. */
    private static final int LONGEST = 255;

    private static final Style NONE = new Style(NumberFormat.GENERAL, null);

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Style> styles = new ArrayList<>();
    private final Map<Integer, Style> known = new HashMap<>();

    /**
     * The formats of a cell.
     *
     * @param day the precision with which a day is shown; null when none is
     */
    record Style(NumberFormat number, @Nullable Precision day) {}

    private CellFormats() {}

    /** A workbook without styles has no formats. */
    static CellFormats of(WorkbookArchive archive, String name) throws IOException, XMLStreamException {
        var formats = new CellFormats();
        try (var part = archive.optional(name)) {
            if (part != null) {
                formats.read(part.reader());
            }
        }
        return formats;
    }

    Style get(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : NONE;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        boolean ofCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                ofCells &= !xml.getLocalName().equals("cellXfs");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                ofCells |= xml.getLocalName().equals("cellXfs");
                String id = xml.getAttributeValue(null, "numFmtId");
                String code = xml.getAttributeValue(null, "formatCode");
                if (xml.getLocalName().equals("numFmt") && id != null && code != null) {
                    codes.put(SheetSurvey.number(id), code);
                } else if (ofCells && xml.getLocalName().equals("xf")) {
                    SheetSurvey.refuse(styles.size() >= MOST_STYLES);
                    styles.add(known.computeIfAbsent(id == null ? 0 : SheetSurvey.number(id), this::style));
                }
            }
        }
    }

    private Style style(int id) {
        String code = codes.getOrDefault(id, BUILT_IN.get(id));
        var format = code == null || code.length() > LONGEST ? NumberFormat.GENERAL : NumberFormat.of(code);
        return new Style(format, DayFormat.precision(id, codes.get(id)));
    }
}
