package org.investmentpipeline.spreadsheet.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of a workbook share, read as far as cells ask for them. */
final class SharedTexts {

    private final List<String> texts = new ArrayList<>();
    private final WorkbookArchive.Part part;
    private long characters;

    private SharedTexts(WorkbookArchive.Part part) {
        this.part = part;
    }

    static @Nullable SharedTexts open(WorkbookArchive archive, String name) throws IOException, XMLStreamException {
        var part = archive.optional(name);
        return part == null ? null : new SharedTexts(part);
    }

    /** @throws IndexOutOfBoundsException when there are fewer texts */
    String get(int index) throws XMLStreamException {
        var xml = part.reader();
        while (texts.size() <= index && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                var text = RichText.read(xml);
                characters += text.length();
                WorkbookArchive.refuseTexts(characters);
                texts.add(text);
            }
        }
        return texts.get(index);
    }
}
