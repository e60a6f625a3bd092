package org.investmentpipeline.security.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.UserTarget;
import org.investmentpipeline.security.password.PasswordPolicy;
import org.investmentpipeline.security.password.Passwords;
import org.investmentpipeline.security.throttle.LoginAttempt;
import org.investmentpipeline.security.throttle.LoginThrottle;
import org.investmentpipeline.security.token.Token;
import org.investmentpipeline.security.token.Tokens;
import org.investmentpipeline.security.user.User;
import org.jspecify.annotations.Nullable;

/** Issues a token for a password (RFC 7617), throttled against guessing. Refusals are audited. */
@ApplicationScoped
class SignIn {
    private final User.Repository users;
    private final Users accounts;
    private final Tokens tokens;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final MeterProvider<Counter> attempts;

    SignIn(
            User.Repository users,
            Users accounts,
            Tokens tokens,
            Passwords passwords,
            LoginThrottle throttle,
            AuditTrail trail,
            Actor.Finder actors,
            MeterRegistry registry) {
        this.users = users;
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
        this.actors = actors;
        this.attempts = Counter.builder("pipeline.sign.ins")
                .description("Sign-ins by result")
                .withRegistry(registry);
        Arrays.stream(Outcome.values()).forEach(this::counted);
    }

    /** The result of a sign-in. */
    private enum Outcome {
        ACCEPTED,
        REFUSED,
        /** Refused during a pause after wrong passwords. */
        SLOWED
    }

    private Counter counted(Outcome outcome) {
        return attempts.withTag("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Issues a token for a name and a password; a new password in the draft replaces the old one first. */
    Token.Issued token(@Nullable String authorization, Token.Draft draft) {
        var given = BasicCredentials.read(authorization).orElseThrow(SignIn::refused);
        var hash = verified(given);
        var newHash = newHash(given, draft.newPassword());
        return QuarkusTransaction.requiringNew().call(() -> {
            var user = users.lock(given.username());
            var isStill =
                    user.passwordHash.equals(hash) || passwords.match(given.password(), Optional.of(user.passwordHash));
            if (!user.active || !isStill) {
                // Another request changed the user while the password was checked.
                throw refused();
            }
            if (newHash != null) {
                accounts.replaceOwnPassword(user, newHash);
            } else if (user.passwordChangeDue) {
                throw changeRequired();
            } else if (passwords.isOutdated(hash)) {
                // Not through the entity, because its version would change.
                users.update("passwordHash = ?1 where id = ?2", passwords.hash(given.password()), user.id);
            }
            return tokens.issue(user, draft);
        });
    }

    /** Checks a password and returns the matching hash; refused (401, or 429 in a pause) when it is wrong. */
    private String verified(BasicCredentials given) {
        var attempt = begin(given.username());
        var hash = QuarkusTransaction.requiringNew()
                .call(() -> users.named(given.username())
                        .filter(user -> user.active)
                        .map(user -> user.passwordHash));
        if (!passwords.match(given.password(), hash) || attempt.isDecoy()) {
            trail.alone(() -> recordRefused(given.username()));
            counted(attempt.isPaused() ? Outcome.SLOWED : Outcome.REFUSED).increment();
            throw attempt.isPaused() ? attempt.tooMany() : refused();
        }
        throttle.succeeded(attempt);
        counted(Outcome.ACCEPTED).increment();
        return hash.orElseThrow();
    }

    private LoginAttempt begin(String username) {
        try {
            return throttle.begin(username, actors.address());
        } catch (Problem tooSoon) {
            counted(Outcome.SLOWED).increment();
            throw tooSoon;
        }
    }

    private @Nullable String newHash(BasicCredentials given, @Nullable String newPassword) {
        if (newPassword == null) {
            return null;
        }
        PasswordPolicy.check("newPassword", newPassword, given.username());
        var hash = passwords.hash(newPassword);
        if (passwords.match(given.password(), Optional.of(hash))) {
            throw PasswordPolicy.unchanged("newPassword");
        }
        return hash;
    }

    /** An unknown name is not recorded: it may be a mistyped password. */
    private void recordRefused(String username) {
        var address = actors.address();
        var known = users.named(username).isPresent();
        if (known) {
            users.lock(username);
        }
        var subject = known ? UserTarget.of(username) : UserTarget.address(address);
        trail.record(
                List.of(AuditEvent.of(subject, "SIGN_IN_REFUSED", (String) null)),
                new Actor(known ? username : null, null, address));
    }

    private static Problem refused() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Send the name and password of a user as HTTP Basic.",
                "请以 HTTP Basic 方式给出用户名和密码。");
    }

    private static Problem changeRequired() {
        return Problem.of(
                ProblemType.PASSWORD_CHANGE_REQUIRED,
                "An administrator set this password. Send the same request with newPassword: a password of your own.",
                "此密码由管理员设置。请在同一请求中加上 newPassword，设置您自己的密码。");
    }
}
