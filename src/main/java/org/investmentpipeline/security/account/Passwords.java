package org.investmentpipeline.security.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.Text;

/** Passwords, which are kept as bcrypt only, and random words that nobody guesses. */
final class Passwords {
    static final String RULE = "At least 8 characters, at most 72 bytes in UTF-8.";

    private static final int SHORTEST = 8;
    /** Bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final int COST = 10;
    /** Of a long random text that nobody kept: who does not exist is refused as slowly as who does. */
    private static final String NOBODY = "$2a$" + COST + "$j04IT8S7D3hp1yyqNEdYfumGLftKgY3E8.Xi1I1jWc4u7NBC5wiIC";

    private Passwords() {}

    /** The bcrypt of a new password, if it is one. */
    static String hash(String field, String password) {
        Text.storable(field, password);
        var bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.codePointCount(0, password.length()) < SHORTEST || bytes > LONGEST_BYTES) {
            throw Problem.refused(
                    field,
                    "must have at least %d characters and at most %d bytes",
                    "至少 %d 个字符，至多 %d 个字节",
                    SHORTEST,
                    LONGEST_BYTES);
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** The bcrypt of a password that whoever runs the service gave: it may be as short as they like. */
    static String hashGiven(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    static boolean isShort(String password) {
        return password.length() < SHORTEST;
    }

    /** Whether a password is the one of a hash; takes as long without one. */
    static boolean match(String password, Optional<String> hash) {
        var matches = BcryptUtil.matches(password, hash.orElse(NOBODY));
        return matches && hash.isPresent();
    }

    /** So many random bytes, as letters, digits, {@code -} and {@code _}. */
    static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
