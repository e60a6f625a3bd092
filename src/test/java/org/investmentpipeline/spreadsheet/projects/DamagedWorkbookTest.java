package org.investmentpipeline.spreadsheet.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.investmentpipeline.spreadsheet.heading.UnreadableSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedWorkbookTest extends WrittenWorkbook {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZ1\"><v>2</v></c></row>",
                "<row r=\"99999999\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>one</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1E+999999999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
                "<row r=\"1\"><c"
            })
    void a_sheet_that_no_spreadsheet_writes_is_refused(String cells) throws IOException {
        var file = sheetXml(cells);

        assertThrows(UnreadableSheet.class, () -> read(file, null));
    }

    @Test
    void an_archive_that_unpacks_to_two_hundred_times_its_size_is_refused() throws IOException {
        var file = sheetXml(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + " ".repeat(8 << 20) + "</t></is></c></row>");

        assertEquals("The workbook is too large when unpacked.", refusal(file, null));
    }

    @Test
    void a_part_that_several_tabs_share_is_refused() throws IOException {
        var tab = "<sheet name=\"%d\" sheetId=\"%d\" r:id=\"rId1\"/>";
        var tabs = IntStream.range(1, 600)
                .mapToObj(number -> tab.formatted(number, number))
                .collect(Collectors.joining());
        var file = sheetXml("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", tabs, "");

        assertTrue(refusal(file, null).startsWith("The sheet exceeds the limits"));
    }

    @Test
    void more_formats_than_a_spreadsheet_keeps_are_refused() throws IOException {
        var random = new Random(1);
        var styles = random.ints(70_000, 0, 50)
                .mapToObj("<xf numFmtId=\"%d\"/>"::formatted)
                .collect(Collectors.joining());
        var file = sheetXml("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sheet name=\"a\" r:id=\"rId1\"/>", styles);

        assertTrue(refusal(file, null).startsWith("The sheet exceeds the limits"));
    }

    @Test
    void an_old_or_encrypted_workbook_is_refused_with_advice() throws IOException {
        var file =
                Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        assertTrue(refusal(file, null).contains("save it as .xlsx"));
    }

    @Test
    void a_truncated_workbook_is_refused() throws IOException {
        var whole = Files.readAllBytes(workbook(book -> ledger(book.newWorksheet("项目"), "甲")));
        var file = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        assertEquals("The workbook is damaged.", refusal(file, null));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_workbook_with_flipped_bytes_is_read_or_refused_but_never_fails_otherwise(long seed) throws IOException {
        var whole = Files.readAllBytes(stored(sheetXml("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c><c r="B1" t="inlineStr"><is><t>行业</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>""")));
        var random = new Random(seed);
        int read = 0;

        for (int i = 0; i < 200; i++) {
            var damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                read += read(Files.write(folder.resolve("damaged.xlsx"), damaged), null)
                        .rows();
            } catch (UnreadableSheet refused) {
                assertTrue(!refused.reason().zh().isEmpty());
            }
        }

        assertTrue(read > 0);
    }

    /** The same archive uncompressed, so that a flipped byte reaches the XML. */
    private Path stored(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (var entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
        return Files.write(file, bytes.toByteArray());
    }
}
