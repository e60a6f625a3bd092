package org.investmentpipeline.security.password;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hashes of passwords: bcrypt of an HMAC-SHA-256, because bcrypt alone reads 72 bytes, which are 24 Chinese characters. Hashes
 * of earlier releases, bcrypt alone, still match and are replaced at the next sign-in.
 */
@ApplicationScoped
public class Passwords {
    /** The prefix of hashes of this scheme. */
    private static final String MARK = "hmac-sha256:";

    /** Not secret: it makes hashes of other services useless here. */
    private static final byte[] CONTEXT = "investment-pipeline password".getBytes(StandardCharsets.US_ASCII);

    private static final String HMAC = "HmacSHA256";
    private static final int USUAL_COST = 10;
    /** The hash of a discarded random text. */
    private static final String NOBODY = MARK + "$2a$10$j04IT8S7D3hp1yyqNEdYfumGLftKgY3E8.Xi1I1jWc4u7NBC5wiIC";

    private static final int NOBODY_BYTES = 32;

    private final int cost;
    private final String nobody;

    Passwords(Settings settings) {
        this.cost = settings.cost();
        this.nobody = cost == USUAL_COST ? NOBODY : hash(random(NOBODY_BYTES));
    }

    @ConfigMapping(prefix = "pipeline.passwords")
    interface Settings {
        /** The cost of bcrypt: one more doubles the work of each check, and of each guess at a stolen hash. */
        @Min(4)
        @Max(16)
        int cost();
    }

    /** The hash of a password, to be stored. */
    public String hash(String password) {
        return MARK + BcryptUtil.bcryptHash(digest(password), cost);
    }

    /** Whether a password matches a hash; takes as long without a hash. */
    public boolean match(String password, Optional<String> hash) {
        var kept = hash.orElse(nobody);
        var matches = kept.startsWith(MARK)
                ? BcryptUtil.matches(digest(password), kept.substring(MARK.length()))
                : BcryptUtil.matches(password, kept);
        return matches && hash.isPresent();
    }

    /** Whether a hash is of an earlier scheme or another cost and should be replaced at the next sign-in. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(MARK + "$2a$%02d$".formatted(cost));
    }

    /** Normalises full-width and composed characters (NFKC), because keyboards differ in their output. */
    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static String digest(String password) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(CONTEXT, HMAC));
            var digest = mac.doFinal(normalized(password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Random bytes as Base64url. */
    public static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
