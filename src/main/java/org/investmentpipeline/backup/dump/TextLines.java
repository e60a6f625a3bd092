package org.investmentpipeline.backup.dump;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.investmentpipeline.input.Hash;

/** The lines of a file in UTF-8, each of bounded length and with a line end, and the SHA-256 of those before the last one read. */
final class TextLines implements AutoCloseable {
    /** In bytes; the longest row has one text of 20,000 characters and little else. */
    private static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream file;
    private final MessageDigest digest = Hash.digest();
    private byte[] last = {};
    private long number;

    TextLines(Path path) throws IOException {
        file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    String hashBefore() {
        return Hash.hex(digest.digest());
    }

    boolean isAtEnd() throws IOException {
        file.mark(1);
        var next = file.read();
        file.reset();
        return next < 0;
    }

    String next() throws IOException {
        digest.update(last);
        number++;
        var line = new ByteArrayOutputStream();
        int next;
        do {
            next = file.read();
            if (next < 0) {
                throw DumpFault.at(number, "is missing or incomplete: the dump is truncated", "缺失或不完整：转储中断");
            }
            if (line.size() == LONGEST) {
                throw DumpFault.at(number, "has more than %d bytes", "超过 %d 字节", LONGEST);
            }
            line.write(next);
        } while (next != '\n');
        last = line.toByteArray();
        return text(Arrays.copyOf(last, last.length - 1));
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw DumpFault.at(number, "is not valid UTF-8", "不是合法的 UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
