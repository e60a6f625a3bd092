package org.investmentpipeline.security.user;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.investmentpipeline.input.text.Text;
import org.investmentpipeline.input.text.TextFormat;
import org.investmentpipeline.problem.LocalizedText;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.password.PasswordPolicy;
import org.jspecify.annotations.Nullable;

/** A user with roles and zones. A user is never deleted, since the audit trail names them. */
@Entity
@Table(name = "users")
public class User {
    private static final String NAME_RULE =
            "Letters and digits of any script, and `.`, `_`, `@` and `-` after the first; 1 to 64 characters.";

    /** Letters and digits of any script, with {@code . _ @ -} between them. */
    private static final String USERNAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*";

    /** In characters. */
    private static final int LONGEST_NAME = 64;

    /** Whether a text is a valid user name. */
    public static boolean isName(String text) {
        return Text.length(text) <= LONGEST_NAME && text.matches(USERNAME);
    }

    @Id
    @GeneratedValue(generator = "users_seq")
    @SequenceGenerator(name = "users_seq", sequenceName = "users_seq", allocationSize = 50)
    @Nullable
    public Long id;

    @Column(name = "username")
    public String username = "";

    /** The folded name, in which look-alikes are equal; null for a user of an earlier release whose name looks like another's. */
    @Column(name = "username_folded")
    @Nullable
    public String usernameFolded;

    /** A hash made by {@link org.investmentpipeline.security.password.Passwords}. */
    @Column(name = "password_hash")
    public String passwordHash = "";

    /** Whether the password is still the random one of the first start. */
    @Column(name = "first_password")
    public boolean firstPassword;

    /** Whether an administrator set the password, so that the user has to replace it at the next sign-in. */
    @Column(name = "password_change_due")
    public boolean passwordChangeDue;

    @Column(name = "active")
    public boolean active = true;

    /** Whether the user has access to projects of the zones only. */
    @Column(name = "limited")
    public boolean limited;

    @ElementCollection
    @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Set<Role> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "user_zone", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "zone_code")
    public Set<String> zones = new HashSet<>();

    @Version
    @Column(name = "version")
    public int version;

    /** The zones the user is limited to; empty when not limited. */
    public Optional<SortedSet<String>> limits() {
        return limited ? Optional.of(new TreeSet<>(zones)) : Optional.empty();
    }

    /** The roles in the order of their list. */
    public List<Role> sortedRoles() {
        return roles.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(roles));
    }

    /** The users in the database. */
    @ApplicationScoped
    public static class Repository implements PanacheRepository<User> {
        private static final LocalizedText NOUN = new LocalizedText("user", "用户");

        public Optional<User> named(String username) {
            return find("username", username).firstResultOptional();
        }

        public User get(String username) {
            return named(username).orElseThrow(() -> Problem.notFound(NOUN, username));
        }

        /** A user to be changed, locked until the transaction ends. */
        public User lock(String username) {
            return find("username", username)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .firstResultOptional()
                    .orElseThrow(() -> Problem.notFound(NOUN, username));
        }
    }

    /** A new user. */
    @Schema(name = "UserDraft", description = "A new user.")
    public record Draft(
            @NotNull
            @Size(min = 1, max = LONGEST_NAME)
            @TextFormat(
                    regexp = USERNAME,
                    en = "must be 1 to 64 letters, digits, '.', '_', '@' and '-', and begin with a letter or digit",
                    zh = "应为 1 至 64 个字母、汉字、数字、“.”、“_”、“@”或“-”，并以字母、汉字或数字开头")
            @Schema(required = true, description = NAME_RULE, examples = "wang.li")
            String username,

            @NotNull
            @Schema(
                    required = true,
                    description = PasswordPolicy.RULE + " Its user has to replace it at the first sign-in.",
                    examples = "a long sentence")
            String password,

            @NotNull @Size(min = 1, max = 5) @Schema(required = true)
            List<@NotNull Role> roles,

            @Nullable
            @Size(min = 1, max = 100)
            @Schema(
                    nullable = true,
                    description =
                            "The zones the user is limited to; null or left out for all. Not with ADMIN or AUDITOR.")
            List<@NotNull String> zones) {}

    /** New roles, zones and state of a user. */
    @Schema(name = "UserChange", description = "New roles, zones and state of a user, effective immediately.")
    public record Change(
            @NotNull @Size(min = 1, max = 5) @Schema(required = true)
            List<@NotNull Role> roles,

            @Nullable
            @Size(min = 1, max = 100)
            @Schema(
                    nullable = true,
                    description =
                            "The zones the user is limited to; null or left out for all. Not with ADMIN or AUDITOR.")
            List<@NotNull String> zones,

            @NotNull @Schema(required = true, description = "Whether the user may sign in.")
            Boolean active) {}

    /** A new password. */
    @Schema(name = "PasswordDraft", description = "A new password.")
    public record PasswordDraft(
            @NotNull
            @Schema(
                    required = true,
                    description = PasswordPolicy.RULE + " One set for another has to be replaced at the next sign-in.",
                    examples = "a longer sentence")
            String password,

            @Nullable
            @Schema(
                    nullable = true,
                    description = "The current password; mandatory when users change their own, ignored otherwise.")
            String current) {}

    /** A user in a response. */
    @Schema(name = "User", description = "A user of the service.")
    public record View(
            @Schema(
                    required = true,
                    description = "Begins with `bureau:` for users of the bureau's single sign-on.",
                    examples = "wang.li")
            String username,

            @Schema(required = true) List<Role> roles,

            @Schema(required = true, nullable = true, description = "The zones the user is limited to; null for all.")
            @Nullable
            SortedSet<String> zones,

            @Schema(required = true, description = "Whether the user may sign in.")
            boolean active) {}

    /** One page of users, by name. */
    @Schema(name = "UserPage", description = "One page of users, by name.")
    public record Page(
            @Schema(required = true) List<View> items,

            @Schema(required = true, nullable = true, description = "The cursor of the next page; null on the last.")
            @Nullable
            String next) {}

    public View view() {
        return new View(username, sortedRoles(), limits().orElse(null), active);
    }
}
