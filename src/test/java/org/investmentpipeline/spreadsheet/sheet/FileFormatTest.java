package org.investmentpipeline.spreadsheet.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "biff5.xls, an old Excel workbook (.xls), 旧版 Excel",
        "binary.xlsb, a binary Excel workbook (.xlsb), .xlsb",
        "open.ods, an OpenDocument spreadsheet (.ods), .ods",
        "docx.xlsx, a Word document, Word",
        "html.xls, a web page (HTML), 网页",
        "mht.xls, a web archive (MHT), 网页存档",
        "pdf.xlsx, a PDF, PDF",
        "xml2003.xls, an XML spreadsheet of Excel 2003, Excel 2003",
        "csv.zip, an archive (.zip) of files, 压缩包"
    })
    void a_file_of_another_format_is_named(String file, String en, String zh) throws IOException {
        byte[] bytes;
        try (var in = FileFormatTest.class.getResourceAsStream(file)) {
            bytes = in.readAllBytes();
        }
        assertRefused(bytes, en, zh);
    }

    @ParameterizedTest(name = "{0}… is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0900040002001000 | an old Excel workbook | 旧版",
                "0902060000001000 | an old Excel workbook | 旧版",
                "0904060000001000 | an old Excel workbook | 旧版",
                "0908100000060500 | an old Excel workbook | 旧版",
                "d0cf11e0a1b11ae1 | an old (.xls) or password-protected workbook | 加密",
                "89504e470d0a1a0a | an image | 图片",
                "ffd8ffe000104a46 | an image | 图片",
                "474946383961 | an image | 图片",
                "377abcaf271c | a compressed archive | 压缩包",
                "526172211a0700 | a compressed archive | 压缩包",
                "1f8b0800 | a compressed archive | 压缩包",
                "53514c69746520666f726d6174 | a database file | 数据库"
            })
    void other_formats_are_known_by_their_first_bytes(String hex, String en, String zh) throws IOException {
        assertRefused(HexFormat.of().parseHex(hex), en, zh);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UTF-8 | <!DOCTYPE html><html><table> | a web page",
                "UTF-8 | \uFEFF  <table border=1><tr><td>甲 | a web page",
                "UTF-16LE | \uFEFF<html><body> | a web page",
                "UTF-8 | <?xml version=\"1.0\"?><html xmlns=\"x\"> | a web page",
                "UTF-8 | <?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"> | an OpenDocument spreadsheet",
                "UTF-8 | <?xml version=\"1.0\"?><ledger> | an XML file",
                "UTF-8 | From: <Saved by WPS>%nContent-Type: multipart/related | a web archive",
                "UTF-8 | ID;PWXL;N;E | an old table",
                "UTF-8 | {\\rtf1\\ansi | a rich text document",
                "UTF-8 | %n%PDF-1.7 | a PDF"
            })
    void other_formats_are_known_by_their_first_characters(String charset, String text, String en) throws IOException {
        assertRefused(text.replace("%n", "\n").getBytes(Charset.forName(charset)), en, "这是");
    }

    @Test
    void a_compound_document_is_known_by_its_streams() throws IOException {
        assertRefused(compound("Workbook"), "an old Excel workbook (.xls)", "旧版");
        assertRefused(compound("Book"), "an old Excel workbook (.xls)", "旧版");
        assertRefused(compound("EncryptedPackage"), "a workbook with a password", "密码");
        assertRefused(compound("WordDocument"), "a Word document", "Word");
    }

    @Test
    void an_archive_is_known_by_its_entries() throws IOException {
        assertRefused(zip("[Content_Types].xml", "ppt/presentation.xml"), "a presentation", "演示");
        assertRefused(zip("Index/Document.iwa"), "an Apple Numbers document", "Numbers");
        assertRefused(zip("台账/一月.xlsx", "台账/二月.xlsx"), "an archive (.zip) of files", "压缩包");
        assertRefused(zip(), "an archive (.zip) of files", "压缩包");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ID;Project name;Cost\n1;a;2", "BMW,1\n", "<项目>,1", "项目名称,投资", "\t项目\t", "From,To\n", "TABLE,1"})
    void other_text_may_be_a_csv(String text) throws IOException {
        assertEquals(FileFormat.CSV, FileFormat.of(file(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals(FileFormat.CSV, FileFormat.of(file(text.getBytes(StandardCharsets.UTF_16LE))));
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        var file = file(new byte[0]);

        assertEquals(
                "The file is empty.",
                assertThrows(UnreadableFile.class, () -> FileFormat.of(file))
                        .reason()
                        .en());
    }

    private void assertRefused(byte[] bytes, String en, String zh) throws IOException {
        var file = file(bytes);
        var reason =
                assertThrows(UnreadableFile.class, () -> FileFormat.of(file)).reason();

        assertTrue(reason.en().startsWith("This is " + en), reason.en());
        assertTrue(reason.zh().contains(zh), reason.zh());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("ledger.xlsx"), bytes);
    }

    private static byte[] compound(String stream) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        bytes.write(new byte[1024]);
        bytes.write((stream + "\0").getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
