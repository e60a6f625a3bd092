package org.investmentpipeline.security.account;

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
import org.jspecify.annotations.Nullable;

/** What proves who asks: a random word of 256 bits, of which only the SHA-256 is kept. */
@Entity
@Table(name = "token")
public class Token {
    private static final int BYTES = 32;
    /** So that one that leaks is recognised for what it is. */
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

    /** The role it is narrowed to; none when it may all that its user may. */
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

    static String random() {
        return PREFIX + Passwords.random(BYTES);
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    /** The tokens in the database. */
    @ApplicationScoped
    static class Repository implements PanacheRepository<Token> {
        /** Those of a user that were not revoked, the latest first. */
        List<Token> of(String username, long before, int limit) {
            return find("user.username = ?1 and revokedAt is null and id < ?2 order by id desc", username, before)
                    .page(0, limit)
                    .list();
        }
    }

    /** What is asked of a new token. */
    @Schema(name = "TokenDraft", description = "A new token.")
    record Draft(
            @NotBlank
            @Size(max = 100)
            @Schema(required = true, description = "What it is for.", examples = "weekly report")
            String name,

            @Nullable
            @Schema(nullable = true, description = "Narrows it to a role that its user has, with what that includes.")
            Role role,

            @Nullable
            @Schema(
                    nullable = true,
                    description = "How long it holds, as an ISO 8601 duration of at most P366D; P30D when left out.",
                    examples = "P90D")
            String expiresIn) {}

    /** A token when it is given: the only time that it is shown. */
    @Schema(name = "IssuedToken", description = "A new token. It is shown this once.")
    record Issued(
            @Schema(required = true) long id,

            @Schema(required = true, examples = "weekly report")
            String name,

            @Schema(
                    required = true,
                    description = "Send it as `Authorization: Bearer …`.",
                    examples = "pipeline_1pYqUqSPYvbi6b0n8pDYbR3k1y7o5tB6oE1bq0l5i4g")
            String token,

            @Schema(required = true) Instant expiresAt) {}

    /** A token as it is shown later. */
    @Schema(name = "Token", description = "A token that was given; not the word itself.")
    record View(
            @Schema(required = true) long id,

            @Schema(required = true, examples = "weekly report")
            String name,

            @Schema(required = true, nullable = true, description = "The role it is narrowed to.") @Nullable
            Role role,

            @Schema(required = true) Instant createdAt,
            @Schema(required = true) Instant expiresAt) {}

    /** One page of tokens, the latest first. */
    @Schema(name = "TokenPage", description = "One page of tokens, the latest first.")
    record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}

    View view() {
        return new View(id(), name, role, createdAt, expiresAt);
    }
}
