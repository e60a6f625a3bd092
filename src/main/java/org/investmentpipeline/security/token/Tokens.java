package org.investmentpipeline.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.investmentpipeline.input.Hash;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.UserTarget;
import org.investmentpipeline.security.user.User;
import org.jspecify.annotations.Nullable;

/** Issues, lists and revokes tokens. */
@ApplicationScoped
public class Tokens {
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final LocalizedText NOUN = new LocalizedText("token", "令牌");

    private final Token.Repository tokens;
    private final User.Repository users;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final CurrentUser caller;
    private final Clock clock;
    private final TokenSettings settings;

    Tokens(
            Token.Repository tokens,
            User.Repository users,
            AuditTrail trail,
            Actor.Finder actors,
            CurrentUser caller,
            Clock clock,
            TokenSettings settings) {
        this.tokens = tokens;
        this.users = users;
        this.trail = trail;
        this.actors = actors;
        this.caller = caller;
        this.clock = clock;
        this.settings = settings;
    }

    /** Issues a token; the row of the user must be locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Token.Issued issue(User user, Token.Draft draft) {
        var username = user.username;
        if (draft.role() != null && !Role.including(user.roles).contains(draft.role())) {
            throw Problem.refused("role", "%s does not have the role %s", "%s 没有角色 %s", username, draft.role());
        }
        if (tokens.active(user, now(), now().minus(settings.idle())) >= settings.perUser()) {
            throw tooMany();
        }
        var word = Token.random();
        var token = new Token();
        token.user = user;
        token.name = Text.strip(draft.name());
        token.role = draft.role();
        token.hash = Hash.of(word);
        token.createdAt = now();
        token.expiresAt = now().plus(span(draft.expiresIn()));
        tokens.persistAndFlush(token);
        var event = AuditEvent.of(UserTarget.of(username), "SIGNED_IN", given(token));
        trail.record(List.of(event), new Actor(username, token.id(), actors.address()));
        return new Token.Issued(token.id(), token.name, word, token.expiresAt);
    }

    private static FieldChange[] given(Token token) {
        return new FieldChange[] {
            new FieldChange("token", null, token.name),
            new FieldChange("role", null, token.role == null ? null : token.role.name()),
            new FieldChange("expiresAt", null, token.expiresAt.toString())
        };
    }

    private Problem tooMany() {
        return Problem.of(
                ProblemType.TOO_MANY_TOKENS,
                "The user has %d tokens, the maximum. Revoke some (DELETE /api/v1/tokens/{id}), or sign in with"
                        + " newPassword, which revokes all others.",
                "该用户已有 %d 个令牌，达到上限。请撤销部分令牌（DELETE /api/v1/tokens/{id}），或登录时给出 newPassword，其他令牌将全部失效。",
                settings.perUser());
    }

    private Duration span(@Nullable String expiresIn) {
        if (expiresIn == null) {
            return settings.lifetime();
        }
        try {
            var span = Duration.parse(expiresIn);
            if (span.compareTo(Duration.ZERO) > 0 && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw noSpan(expiresIn);
        }
        throw noSpan(expiresIn);
    }

    private static Problem noSpan(String expiresIn) {
        return Problem.refused(
                "expiresIn",
                "was '%s'; expected an ISO 8601 duration of up to 366 days, such as P90D or PT8H",
                "给出的是“%s”；应为至多 366 天的 ISO 8601 时长，如 P90D 或 PT8H",
                expiresIn);
    }

    public Token.Page page(String username, Paging paging) {
        var before = paging.cursor == null ? Long.MAX_VALUE : number(paging.cursor);
        var found = tokens.of(username, before, paging.size() + 1);
        var page = Cursor.slice(found, paging.size(), token -> Cursor.of(Long.toString(token.id())));
        return new Token.Page(page.items().stream().map(Token::view).toList(), page.next());
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).values().get(0));
        } catch (NumberFormatException unreadable) {
            throw Cursor.refused();
        }
    }

    /** Finds a token; that of another user only for an ADMIN (404 otherwise). */
    public void revoke(long id) {
        var token = tokens.findByIdOptional(id)
                .filter(found -> found.user.username.equals(caller.username()) || caller.has(Role.ADMIN))
                .orElseThrow(() -> Problem.notFound(NOUN, id));
        users.lock(token.user.username);
        if (token.revokedAt == null) {
            token.revokedAt = now();
            trail.record(AuditEvent.of(
                    UserTarget.of(token.user.username), "TOKEN_REVOKED", new FieldChange("token", token.name, null)));
        }
    }

    /** Revokes all tokens of a user, but for one. */
    public void revokeAll(User user, @Nullable Long exceptId) {
        tokens.update(
                "revokedAt = ?1 where user = ?2 and revokedAt is null and id <> ?3",
                now(),
                user,
                exceptId == null ? -1L : exceptId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
