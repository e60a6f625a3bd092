package org.investmentpipeline.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.investmentpipeline.support.Wire;

/** An import's form written byte by byte, and the workbooks in it. */
final class Form {
    private static final String BOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Bytes as they are. */
    Form raw(String text) {
        body.writeBytes(Wire.bytes(text));
        return this;
    }

    Form text(String name, String value) {
        return raw("--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    Form file(byte[] content) {
        raw("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/a\"\r\n\r\n");
        body.writeBytes(content);
        return raw("\r\n");
    }

    /** The request, with the end of its form. */
    byte[] ended() {
        return raw("--B--\r\n").request("multipart/form-data; boundary=B");
    }

    byte[] request(String type) {
        return Wire.request(
                "POST /api/v1/imports HTTP/1.1",
                "Content-Type: " + type + "\r\nContent-Length: " + body.size() + "\r\n",
                body.toByteArray());
    }

    /** A request with one file. */
    static byte[] of(byte[] file) {
        return new Form().file(file).ended();
    }

    /** A ledger that is taken over. */
    static byte[] ledger() {
        return "项目名称,行业\n敌意,x\n".getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook with these rows. */
    static byte[] rows(String rows) {
        return workbook("", SHEET.formatted(rows));
    }

    /** A ledger of one project as a workbook, with something before its sheet. */
    static byte[] after(String prolog, String name) {
        return workbook("", prolog + SHEET.formatted(ledgerRows(name)));
    }

    /** A ledger of one project as a workbook, with something before its list of sheets. */
    static byte[] afterInBook(String prolog) {
        return workbook(prolog, SHEET.formatted(ledgerRows("敌意")));
    }

    private static String ledgerRows(String name) {
        return "<row r=\"1\">" + cell("A1", "项目名称") + cell("B1", "行业") + "</row><row r=\"2\">" + cell("A2", name)
                + cell("B2", "x") + "</row>";
    }

    private static String cell(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A workbook whose sheet is this XML. */
    static byte[] workbook(String beforeBook, String sheet) {
        return zip(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                </Types>""",
                "xl/workbook.xml",
                beforeBook + BOOK,
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>""",
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    /** An archive of names and contents in turn. */
    static byte[] zip(String... entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
