package org.investmentpipeline.spreadsheet.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.investmentpipeline.problem.LocalizedText;

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 if all of it is valid, else GB18030.
 *
 * @param mark the length of the byte order mark in bytes
 */
public record CsvEncoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /**
     * The first of these encodings that fits.
     *
     * @throws UnreadableFile when no encoding fits from the first byte to the last
     */
    public static CsvEncoding of(Path file) throws IOException {
        var marked = marked(file);
        if (marked.mark > 0) {
            return marked.fits(file) ? marked : refuse();
        }
        if (marked.fits(file)) {
            return marked;
        }
        var chinese = new CsvEncoding(GB18030, 0);
        return chinese.fits(file) ? chinese : refuse();
    }

    /** The text after the byte order mark; a malformed byte fails instead of becoming a replacement character. */
    public Reader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    }

    private static CsvEncoding marked(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return new CsvEncoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(start, 0xFF, 0xFE)) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(start, 0xFE, 0xFF)) {
            return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new CsvEncoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean starts(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Path file) throws IOException {
        var buffer = new char[1 << 14];
        try (var text = open(file)) {
            while (text.read(buffer) >= 0) {
                // Decoding is the test; the characters are not needed yet.
            }
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static CsvEncoding refuse() {
        throw new UnreadableFile(LocalizedText.of(
                "The file is neither UTF-8 nor GB18030 throughout, nor a workbook.",
                "文件既不是完整的 UTF-8 或 GB18030 文本，也不是 .xlsx 工作簿。"));
    }
}
