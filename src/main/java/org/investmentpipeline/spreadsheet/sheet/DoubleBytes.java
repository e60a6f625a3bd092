package org.investmentpipeline.spreadsheet.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pairs of bytes of a Chinese text. Nearly every text in Big5 is also one in GB18030, but of rare characters: the frequent ones of GB18030, those of GB 2312, have no second
 * byte below A1, a third of Big5's frequent ones have.
 *
 * @param all the number of pairs
 * @param low those with a second byte below A1
 * @param frequent those that are frequent characters or marks in Big5: a first byte from A1 to C6
 * @param long18030 whether GB18030's characters of four bytes occur, which Big5 does not have
 */
record DoubleBytes(long all, long low, long frequent, boolean long18030) {

    /** Shares of 100. */
    private static final int SOME = 10;

    private static final int NEARLY_ALL = 90;
    private static final int MOST = 80;

    static DoubleBytes of(Path file) throws IOException {
        long all = 0;
        long low = 0;
        long frequent = 0;
        boolean four = false;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int lead = in.read(); lead >= 0; lead = in.read()) {
                if (lead < 0x81) {
                    continue;
                }
                int trail = in.read();
                all++;
                four |= trail >= '0' && trail <= '9';
                low += trail < 0xA1 ? 1 : 0;
                frequent += lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
            }
        }
        return new DoubleBytes(all, low, frequent, four);
    }

    boolean isBig5() {
        return mayBeBig5(NEARLY_ALL);
    }

    /** Whether the text may be in either encoding. */
    boolean isAmbiguous() {
        return mayBeBig5(MOST);
    }

    private boolean mayBeBig5(int share) {
        return !long18030 && 100 * low >= all * SOME && 100 * frequent >= all * share;
    }
}
