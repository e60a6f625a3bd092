package org.investmentpipeline.security.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.investmentpipeline.api.Problem;
import org.investmentpipeline.api.ProblemType;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.Deed;
import org.investmentpipeline.security.audit.Subject;
import org.jspecify.annotations.Nullable;

/** Signs in with a password (RFC 7617), slowed down against guessing. What was refused stays in the audit trail. */
@ApplicationScoped
class SignIn {
    private static final String SCHEME = "basic ";
    private static final int LONGEST = 512;

    private final User.Repository users;
    private final Brake brake;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final MeterProvider<Counter> attempts;

    SignIn(User.Repository users, Brake brake, AuditTrail trail, Actor.Finder actors, MeterRegistry registry) {
        this.users = users;
        this.brake = brake;
        this.trail = trail;
        this.actors = actors;
        this.attempts = Counter.builder("pipeline.sign.ins")
                .description("Passwords that were given, by what became of them")
                .withRegistry(registry);
        Arrays.stream(Outcome.values()).forEach(outcome -> counted(outcome));
    }

    /** What became of a sign-in. */
    private enum Outcome {
        ACCEPTED,
        REFUSED,
        /** It came too soon after others that were refused. */
        SLOWED
    }

    private Counter counted(Outcome outcome) {
        return attempts.withTag("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    /** A name and a password as they were given. */
    private record Credentials(String username, String password) {}

    /** The name of the user whose password was given; refused (401) when it was not. */
    String username(@Nullable String authorization) {
        var given = read(authorization).orElseThrow(SignIn::refused);
        var address = actors.address();
        brake(given.username, address);
        var hash = QuarkusTransaction.requiringNew()
                .call(() ->
                        users.named(given.username).filter(user -> user.active).map(user -> user.passwordHash));
        if (!Passwords.match(given.password, hash)) {
            trail.alone(() -> recordRefused(given.username, address));
            counted(Outcome.REFUSED).increment();
            throw refused();
        }
        brake.succeeded(given.username, address);
        counted(Outcome.ACCEPTED).increment();
        return given.username;
    }

    private void brake(String username, String address) {
        try {
            brake.attempt(username, address);
        } catch (Problem tooSoon) {
            counted(Outcome.SLOWED).increment();
            throw tooSoon;
        }
    }

    /** What was typed as the name of nobody may be a password: it is not kept. */
    private void recordRefused(String username, String address) {
        var known = users.named(username).isPresent();
        if (known) {
            users.lock(username);
        }
        var subject = known ? Subject.user(username) : new Subject(Subject.Kind.ADDRESS, address);
        trail.record(
                List.of(Deed.of(subject, "SIGN_IN_REFUSED", (String) null)),
                new Actor(known ? username : null, null, address));
    }

    private static Problem refused() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Send name and password of a user as HTTP Basic.",
                "请以 HTTP Basic 方式给出用户名和密码。");
    }

    private static Optional<Credentials> read(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var colon = text.indexOf(':');
            return colon < 0 || !text.substring(0, colon).matches(User.USERNAME)
                    ? Optional.empty()
                    : Optional.of(new Credentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }
}
