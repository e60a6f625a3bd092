package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.investmentpipeline.problem.LocalizedText;

/** The supported file formats, recognised by their first bytes and never by their name. */
public enum FileFormat {
    WORKBOOK,
    CSV;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * The format of a file.
     *
     * @throws UnreadableFile for an empty file, and for the old or encrypted formats in a compound document
     */
    public static FileFormat of(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new UnreadableFile(LocalizedText.of("The file is empty.", "文件为空。"));
        }
        if (Arrays.equals(start, COMPOUND)) {
            throw new UnreadableFile(LocalizedText.of(
                    "This is an old (.xls) or password-protected workbook; save it as .xlsx without a password.",
                    "这是旧版（.xls）或加密的工作簿，请另存为不带密码的 .xlsx。"));
        }
        return Arrays.equals(start, ZIP) ? WORKBOOK : CSV;
    }
}
