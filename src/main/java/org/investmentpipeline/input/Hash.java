package org.investmentpipeline.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 in hexadecimal. */
public final class Hash {
    private Hash() {}

    public static String of(String text) {
        return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of several values; each is prefixed with its length, so that different lists never give the same input. */
    public static String of(List<? extends @Nullable Object> values) {
        var text = new StringBuilder();
        for (var value : values) {
            text.append(value == null ? "-" : value.toString().length() + ":" + value);
            text.append('\n');
        }
        return of(text.toString());
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
