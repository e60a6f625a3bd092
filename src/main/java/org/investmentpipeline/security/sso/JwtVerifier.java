package org.investmentpipeline.security.sso;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JWTs of the bureau's issuer (RFC 7519): signature with an asymmetric key, issuer, audience, times. The reason of a refusal is given only for
 * tokens with a valid signature.
 */
final class JwtVerifier {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT,
            RSA_USING_SHA256,
            RSA_USING_SHA384,
            RSA_USING_SHA512,
            RSA_PSS_USING_SHA256,
            RSA_PSS_USING_SHA384,
            RSA_PSS_USING_SHA512,
            ECDSA_USING_P256_CURVE_AND_SHA256,
            ECDSA_USING_P384_CURVE_AND_SHA384,
            ECDSA_USING_P521_CURVE_AND_SHA512);

    private final String name;
    private final String audience;
    private final Duration longest;
    private final JwksCache keys;
    private final Clock clock;

    /** Empty without a configured issuer. */
    JwtVerifier(SsoSettings settings, Clock clock) {
        this.name = settings.issuer().orElseThrow();
        this.audience = settings.audience().orElseThrow();
        this.longest = settings.longest();
        this.keys = new JwksCache(KeyLocation.of(settings.keys().orElseThrow()), settings.keysEvery(), clock);
        this.clock = clock;
    }

    /** The claims of a valid token; any other is refused (401). */
    Map<String, Object> claims(String token) {
        try {
            return consumer().processToClaims(token).getClaimsMap();
        } catch (InvalidJwtException refused) {
            throw problem(refused);
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(this::key)
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedIssuer(name)
                .setExpectedAudience(audience)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .registerValidator((ErrorCodeValidator) this::span)
                .build();
    }

    /** Checks the algorithm first: no key is fetched for a token that is invalid anyway. */
    private Key key(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            ALGORITHMS.checkConstraint(token.getAlgorithmHeaderValue());
        } catch (InvalidAlgorithmException refused) {
            throw new UnresolvableKeyException("algorithm not allowed", refused);
        }
        return keys.resolveKey(token, nesting);
    }

    /** Refuses tokens issued in the future and those with too long a lifetime. */
    private ErrorCodeValidator.@Nullable Error span(JwtContext context) throws MalformedClaimException {
        var from = context.getJwtClaims().getIssuedAt();
        var to = context.getJwtClaims().getExpirationTime();
        if (from == null || to == null) {
            return null;
        }
        if (from.getValue() > clock.instant().plus(SKEW).getEpochSecond()) {
            return new ErrorCodeValidator.Error(ErrorCodes.ISSUED_AT_INVALID_FUTURE, "issued in the future");
        }
        var last = clock.instant().plus(SKEW).plus(longest).getEpochSecond();
        return to.getValue() > last || from.getValue() < to.getValue() - longest.toSeconds()
                ? new ErrorCodeValidator.Error(ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE, "lifetime too long")
                : null;
    }

    private Problem problem(InvalidJwtException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        var faults = refused.getErrorDetails().stream()
                .map(error -> fault(error.getErrorCode()))
                .filter(Objects::nonNull)
                .toList();
        return faults.isEmpty()
                ? Problem.of(ProblemType.UNAUTHENTICATED, "A valid bearer token is required.", "请给出有效令牌。")
                : Problem.of(ProblemType.UNAUTHENTICATED, faults);
    }

    /** The violation of a claim; null when no claim is at fault. */
    private @Nullable Violation fault(int code) {
        return switch (code) {
            case ErrorCodes.ISSUER_MISSING, ErrorCodes.ISSUER_INVALID ->
                Violation.of("iss", "expected %s", "应为 %s", name);
            case ErrorCodes.AUDIENCE_MISSING, ErrorCodes.AUDIENCE_INVALID ->
                Violation.of("aud", "does not name %s", "未包含 %s", audience);
            case ErrorCodes.SUBJECT_MISSING -> missing("sub");
            case ErrorCodes.ISSUED_AT_MISSING -> missing("iat");
            case ErrorCodes.EXPIRATION_MISSING -> missing("exp");
            case ErrorCodes.EXPIRED -> Violation.of("exp", "has passed", "已过期");
            case ErrorCodes.NOT_YET_VALID -> Violation.of("nbf", "is in the future", "尚未生效");
            case ErrorCodes.ISSUED_AT_INVALID_FUTURE -> Violation.of("iat", "is in the future", "晚于当前时间");
            case ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE ->
                Violation.of("exp", "is more than %s after iat", "晚于 iat 超过 %s", longest);
            case ErrorCodes.MALFORMED_CLAIM -> Violation.of("token", "has a claim of a wrong type", "含有类型错误的声明");
            default -> null;
        };
    }

    private static Violation missing(String claim) {
        return Violation.of(claim, "is missing", "缺少");
    }
}
