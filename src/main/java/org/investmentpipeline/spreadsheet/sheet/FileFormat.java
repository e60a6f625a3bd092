package org.investmentpipeline.spreadsheet.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.investmentpipeline.problem.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The supported file formats, recognised by their content and never by their name. */
public enum FileFormat {
    WORKBOOK,
    CSV;

    private static final int START = 8192;

    /**
     * The format of a file.
     *
     * @throws UnreadableFile for an empty file, and for a file of another known format, which the reason names
     */
    public static FileFormat of(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length == 0) {
            throw new UnreadableFile(LocalizedText.of("The file is empty.", "文件为空。"));
        }
        if (FileStart.is(start, 'P', 'K', 3, 4) || FileStart.is(start, 'P', 'K', 5, 6)) {
            refuse(ZipContent.of(file));
            return WORKBOOK;
        }
        refuse(FileStart.is(start, 0xD0, 0xCF, 0x11, 0xE0) ? CompoundContent.of(file) : FileStart.of(start));
        return CSV;
    }

    private static void refuse(@Nullable ForeignFormat foreign) {
        if (foreign != null) {
            throw new UnreadableFile(foreign.refusal());
        }
    }
}
