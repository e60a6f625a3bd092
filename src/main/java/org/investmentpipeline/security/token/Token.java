package org.investmentpipeline.security.token;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.password.PasswordPolicy;
import org.investmentpipeline.security.password.Passwords;
import org.investmentpipeline.security.user.User;
import org.jspecify.annotations.Nullable;

/** A bearer token: a random value of 256 bits, of which only the SHA-256 is stored. */
@Entity
@Table(name = "token")
public class Token {
    private static final int BYTES = 32;
    /** The prefix by which scanners recognise a leaked token. */
    private static final String PREFIX = "pipeline_";

    @Id
    @GeneratedValue(generator = "token_seq")
    @SequenceGenerator(name = "token_seq", sequenceName = "token_seq", allocationSize = 50)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    User user = new User();

    @Column(name = "name")
    String name = "";

    /** The role it is narrowed to; null when it has all roles of its user. */
    @Column(name = "role")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Nullable
    Role role;

    @Column(name = "hash")
    String hash = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    /** To within an hour; null when it was never used. */
    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    static String random() {
        return PREFIX + Passwords.random(BYTES);
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** The tokens in the database. */
    @ApplicationScoped
    static class Repository implements PanacheRepository<Token> {
        /** The unrevoked tokens of a user, the latest first. */
        List<Token> of(String username, long before, int limit) {
            return find("user.username = ?1 and revokedAt is null and id < ?2 order by id desc", username, before)
                    .page(0, limit)
                    .list();
        }

        /** The number of valid tokens of a user. */
        long active(User user, Instant now, Instant idleSince) {
            return count(
                    "user = ?1 and revokedAt is null and expiresAt > ?2 and coalesce(lastUsedAt, createdAt) > ?3",
                    user,
                    now,
                    idleSince);
        }
    }

    /** The request for a new token. */
    @Schema(name = "TokenDraft", description = "A new token.")
    public record Draft(
            @NotBlank
            @Size(max = 100)
            @Schema(required = true, description = "The purpose of the token.", examples = "weekly report")
            String name,

            @Nullable
            @Schema(nullable = true, description = "Narrows it to one role of its user, with the roles that includes.")
            Role role,

            @Nullable
            @Schema(
                    nullable = true,
                    description =
                            "Its lifetime as an ISO 8601 duration of at most P366D; by default 12 hours, unless the"
                                    + " service is configured otherwise.",
                    examples = "P90D")
            String expiresIn,

            @Nullable
            @Schema(
                    nullable = true,
                    description =
                            "A password of the user's own, which first replaces the given one; all other tokens are revoked."
                                    + " Mandatory when an administrator set the given one (403 otherwise). "
                                    + PasswordPolicy.RULE,
                    examples = "a longer sentence")
            String newPassword) {}

    /** A newly issued token: the only response that shows its value. */
    @Schema(name = "IssuedToken", description = "A new token, whose value is shown only this once.")
    public record Issued(
            @Schema(required = true) long id,

            @Schema(required = true, examples = "weekly report")
            String name,

            @Schema(
                    required = true,
                    description = "Send it as `Authorization: Bearer …`.",
                    examples = "pipeline_1pYqUqSPYvbi6b0n8pDYbR3k1y7o5tB6oE1bq0l5i4g")
            String token,

            @Schema(required = true) Instant expiresAt) {}

    /** A token in later responses. */
    @Schema(name = "Token", description = "An issued token, without its value.")
    record View(
            @Schema(required = true) long id,

            @Schema(required = true, examples = "weekly report")
            String name,

            @Schema(required = true, nullable = true, description = "The role it is narrowed to.") @Nullable
            Role role,

            @Schema(required = true) Instant createdAt,
            @Schema(required = true) Instant expiresAt,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "Its last use, to within an hour; null when it was never used. A token that is not used"
                                    + " for 35 days expires, unless the service is configured otherwise.")
            @Nullable
            Instant lastUsedAt) {}

    /** One page of tokens, the latest first. */
    @Schema(name = "TokenPage", description = "One page of tokens, the latest first.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}

    View view() {
        return new View(id(), name, role, createdAt, expiresAt, lastUsedAt);
    }
}
