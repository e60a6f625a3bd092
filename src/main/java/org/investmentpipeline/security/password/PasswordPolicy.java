package org.investmentpipeline.security.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.Problem;

/**
 * The rules of passwords, after NIST SP 800-63B: long enough, not among the common ones, no repetition or sequence, not
 * the user's name; no rule about kinds of characters. Guesses are estimated by zxcvbn.
 */
public final class PasswordPolicy {
    /** The rule in the contract. */
    public static final String RULE =
            "10 to 128 characters that are not easily guessed: no common password, no repetition or"
                    + " sequence, no date, not the user's name, and not the password that it replaces.";

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    /** At least 10^8 guesses; at one a minute that is 190 years. */
    private static final int SCORE = 3;
    /** The estimate is slow for long texts, and more characters never make a strong prefix weaker. */
    private static final int ESTIMATED = 40;

    private static final int SHORTEST_NAME = 3;
    private static final List<String> OWN_WORDS = List.of("pipeline", "investment", "zhaoshang", "招商");

    private PasswordPolicy() {}

    /** Loads the lists of common passwords when the first password is set. */
    private static final class Estimate {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }

    /** Refuses (422) a password that is too short, too long or easily guessed. */
    public static void check(String field, String password, String username) {
        Text.storable(field, password);
        var plain = Passwords.normalized(password);
        var length = plain.codePointCount(0, plain.length());
        if (length < SHORTEST || length > LONGEST || password.length() > 2 * LONGEST) {
            throw Problem.refused(
                    field, "must have at least %d and at most %d characters", "至少 %d 个字符，至多 %d 个字符", SHORTEST, LONGEST);
        }
        if (username.length() >= SHORTEST_NAME && lower(plain).contains(lower(Passwords.normalized(username)))) {
            throw Problem.refused(field, "must not contain the user's name", "不得包含用户名");
        }
        if (isGuessed(plain, username)) {
            throw Problem.refused(
                    field,
                    "is easily guessed; avoid common passwords, repetitions, sequences and dates, or make it longer",
                    "容易被猜中；请避免常见密码、重复、连续字符和日期，或使用更长的密码");
        }
    }

    /** Refuses (422) the password that is to be replaced. */
    public static Problem unchanged(String field) {
        return Problem.refused(field, "is the password that it replaces", "与原密码相同");
    }

    /** Whether a password is shorter than the rule. For the startup, which the full estimate would slow down. */
    public static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    private static boolean isGuessed(String plain, String username) {
        var words = new ArrayList<>(OWN_WORDS);
        words.add(username);
        words.addAll(Arrays.asList(username.split("[._@-]")));
        words.removeIf(word -> word.length() < 2);
        var count = Math.min(ESTIMATED, plain.codePointCount(0, plain.length()));
        var beginning = plain.substring(0, plain.offsetByCodePoints(0, count));
        return Estimate.ZXCVBN.measure(beginning, words).getScore() < SCORE;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
