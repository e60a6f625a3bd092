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
 * The encoding of a text file: by its byte order mark, or the zero bytes that UTF-16 has without one, else UTF-8 if all of it is valid, else Big5 or GB18030
 * by the frequency of their characters.
 *
 * @param mark the length of the byte order mark in bytes
 */
public record CsvEncoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final int SAMPLE = 4096;
    private static final int CLEARLY = 3;

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
        return marked.charset.equals(StandardCharsets.UTF_8) ? chinese(file) : refuse();
    }

    private static CsvEncoding chinese(Path file) throws IOException {
        var pairs = DoubleBytes.of(file);
        var big5 = new CsvEncoding(BIG5, 0);
        if (pairs.isBig5() && big5.fits(file)) {
            return big5;
        }
        var chinese = new CsvEncoding(GB18030, 0);
        if (!chinese.fits(file)) {
            return refuse();
        }
        if (pairs.isAmbiguous()) {
            throw new UnreadableFile(LocalizedText.of(
                    "The file is in Big5 or in GB18030, which cannot be told apart; save it as .xlsx or as CSV UTF-8.",
                    "无法判断文件是 Big5 还是 GB18030 编码，请另存为 .xlsx 或 UTF-8 编码的 CSV。"));
        }
        return chinese;
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
            start = in.readNBytes(SAMPLE);
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
        return new CsvEncoding(unmarked(start), 0);
    }

    /** Text in UTF-16 has a zero beside each comma and line end, always on the same side; on the other only in 一 and a few others. */
    private static Charset unmarked(byte[] start) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            even += start[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += start[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        boolean stray = (even + odd) * 100 < start.length;
        if (stray || Math.max(even, odd) < CLEARLY * Math.min(even, odd)) {
            return StandardCharsets.UTF_8;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
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
