package org.investmentpipeline.spreadsheet.workbook;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a shared or inline string: its runs joined, without phonetic guides. */
final class RichText {

    private RichText() {}

    /** The text of the element that the reader is at, up to its end. */
    static String read(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        int guide = 0;
        boolean written = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                guide = guide == 0 && xml.getLocalName().equals("rPh") ? depth : guide;
                written = xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                guide = guide == depth ? 0 : guide;
                depth--;
                written = false;
            } else if (written && guide == 0 && isText(event)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** The characters of an element without others in it, up to its end. */
    static String plain(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (isText(event)) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }
}
