package org.investmentpipeline.security.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.problem.ProblemType;
import org.investmentpipeline.problem.Violation;
import org.investmentpipeline.rest.Cursor;
import org.investmentpipeline.rest.Paging;
import org.investmentpipeline.rest.VersionIncrement;
import org.investmentpipeline.rest.VersionTag;
import org.investmentpipeline.security.CurrentUser;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.UserTarget;
import org.investmentpipeline.security.password.PasswordPolicy;
import org.investmentpipeline.security.password.Passwords;
import org.investmentpipeline.security.throttle.LoginThrottle;
import org.investmentpipeline.security.token.Tokens;
import org.investmentpipeline.security.user.FoldedUsernames;
import org.investmentpipeline.security.user.KnownZones;
import org.investmentpipeline.security.user.User;
import org.investmentpipeline.security.user.UsernameFolding;
import org.jspecify.annotations.Nullable;

/** Adds, changes and lists users. */
@ApplicationScoped
class Users {
    private final User.Repository users;
    private final Tokens tokens;
    private final KnownZones zones;
    private final AuditTrail trail;
    private final Actor.Finder actors;
    private final CurrentUser caller;
    private final LoginThrottle throttle;
    private final Passwords passwords;
    private final FoldedUsernames folded;
    private final Event<PasswordChanged> changed;

    Users(
            User.Repository users,
            Tokens tokens,
            KnownZones zones,
            AuditTrail trail,
            Actor.Finder actors,
            CurrentUser caller,
            LoginThrottle throttle,
            Passwords passwords,
            FoldedUsernames folded,
            Event<PasswordChanged> changed) {
        this.users = users;
        this.tokens = tokens;
        this.zones = zones;
        this.trail = trail;
        this.actors = actors;
        this.caller = caller;
        this.throttle = throttle;
        this.passwords = passwords;
        this.folded = folded;
        this.changed = changed;
    }

    /** Fired when the password of the first start was changed. */
    record PasswordChanged() {}

    User.Page page(Paging paging) {
        var after = paging.cursor == null
                ? ""
                : Cursor.parse(paging.cursor, 1).values().get(0);
        var found = users.find("username > ?1 order by username", after)
                .page(0, paging.size() + 1)
                .list();
        var page = Cursor.slice(found, paging.size(), user -> Cursor.of(user.username));
        return new User.Page(page.items().stream().map(User::view).toList(), page.next());
    }

    User add(User.Draft draft) {
        check(draft.roles(), draft.zones());
        refuseTaken(draft.username());
        PasswordPolicy.check("password", draft.password(), draft.username());
        var user = new User();
        user.username = draft.username();
        user.usernameFolded = UsernameFolding.fold(draft.username());
        user.passwordHash = passwords.hash(draft.password());
        user.passwordChangeDue = true;
        assign(user, draft.roles(), draft.zones());
        users.persistAndFlush(user);
        trail.record(AuditEvent.of(
                UserTarget.of(user.username),
                "CREATED",
                differences(List.of(), null, false, user).toArray(FieldChange[]::new)));
        return user;
    }

    private void refuseTaken(String username) {
        if (users.named(username).isPresent()) {
            throw Problem.of(ProblemType.DUPLICATE, "There is a user %s already.", "用户 %s 已存在。", username);
        }
        folded.lookingLike(username).ifPresent(other -> {
            throw Problem.of(
                    ProblemType.DUPLICATE,
                    "The name looks like that of the user %s.",
                    "该名称与用户 %s 的名称难以区分。",
                    other.username);
        });
    }

    User change(String username, @Nullable String ifMatch, User.Change change) {
        check(change.roles(), change.zones());
        var user = users.lock(username);
        VersionTag.require(ifMatch, user.version);
        var roles = user.sortedRoles();
        var limits = user.limits().map(Object::toString).orElse(null);
        var active = user.active;
        assign(user, change.roles(), change.zones());
        user.active = change.active();
        var differences = differences(roles, limits, active, user);
        if (!differences.isEmpty()) {
            VersionIncrement.once(users.getEntityManager(), user, changed -> changed.version);
            refuseWithoutAdmin();
            trail.record(AuditEvent.of(UserTarget.of(username), "CHANGED", differences.toArray(FieldChange[]::new)));
        }
        return user;
    }

    private static void assign(User user, List<Role> roles, @Nullable List<String> zones) {
        user.roles = replaced(user.roles, roles);
        user.limited = zones != null;
        user.zones = replaced(user.zones, zones == null ? List.of() : zones);
    }

    private static <T> Set<T> replaced(Set<T> current, List<T> wanted) {
        current.retainAll(wanted);
        current.addAll(wanted);
        return current;
    }

    private void check(List<Role> roles, @Nullable List<String> limits) {
        var found = new ArrayList<Violation>();
        if (new HashSet<>(roles).size() < roles.size()) {
            found.add(Violation.of("roles", "names a role twice", "重复给出角色"));
        }
        if (limits != null) {
            var unknown = new TreeSet<>(zones.unknown(limits));
            if (!unknown.isEmpty()) {
                found.add(Violation.of("zones", "there is no zone %s", "没有片区 %s", String.join(", ", unknown)));
            }
            roles.stream()
                    .filter(Role::isOfTheWholeBureau)
                    .forEach(role -> found.add(Violation.of(
                            "zones",
                            "%s concerns the whole bureau and cannot be limited to zones",
                            "%s 涉及全局，不能限定片区",
                            role)));
        }
        Problem.refuseIfAny(found);
    }

    /** Refuses to remove the last ADMIN, after which nobody could manage users. */
    private void refuseWithoutAdmin() {
        users.flush();
        if (users.count("active = true and ?1 member of roles", Role.ADMIN) == 0) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "No active ADMIN would be left; make another user ADMIN first.",
                    "将没有人能够管理用户；请先让另一用户成为 ADMIN。");
        }
    }

    private static List<FieldChange> differences(List<Role> roles, @Nullable String limits, boolean active, User user) {
        var differences = new ArrayList<FieldChange>();
        add(differences, "roles", roles.toString(), user.sortedRoles().toString());
        add(differences, "zones", limits, user.limits().map(Object::toString).orElse(null));
        add(differences, "active", Boolean.toString(active), Boolean.toString(user.active));
        return differences;
    }

    private static void add(
            List<FieldChange> differences, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new FieldChange(field, before, after));
        }
    }

    /** Sets a password: one's own with the current one, another's as ADMIN. All other tokens are revoked. */
    void setPassword(String username, User.PasswordDraft draft) {
        var own = username.equals(caller.username());
        if (!own && !caller.has(Role.ADMIN)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Only an ADMIN may set the password of another user.",
                    "只有 ADMIN 可以设置他人的密码。");
        }
        if (own && caller.signedOn().isPresent()) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Your password is managed by the bureau's single sign-on.",
                    "您的密码由单位统一登录管理。");
        }
        if (own) {
            setOwnPassword(username, draft);
            return;
        }
        PasswordPolicy.check("password", draft.password(), username);
        var user = users.lock(username);
        if (passwords.match(draft.password(), Optional.of(user.passwordHash))) {
            throw PasswordPolicy.unchanged("password");
        }
        replacePassword(user, passwords.hash(draft.password()), true, actors.current(), null);
    }

    private void setOwnPassword(String username, User.PasswordDraft draft) {
        PasswordPolicy.check("password", draft.password(), username);
        var current = Objects.requireNonNullElse(draft.current(), "");
        var attempt = throttle.begin(username, actors.address());
        var user = users.lock(username);
        if (!passwords.match(current, Optional.of(user.passwordHash)) || attempt.isDecoy()) {
            throw attempt.isPaused()
                    ? attempt.tooMany()
                    : Problem.refused("current", "is not the current password", "不是当前的密码");
        }
        throttle.succeeded(attempt);
        var hash = passwords.hash(draft.password());
        if (passwords.match(current, Optional.of(hash))) {
            throw PasswordPolicy.unchanged("password");
        }
        replacePassword(user, hash, false, actors.current(), actors.current().tokenId());
    }

    /** Sets the password chosen during sign-in. */
    void replaceOwnPassword(User user, String hash) {
        replacePassword(user, hash, false, new Actor(user.username, null, actors.address()), null);
    }

    private void replacePassword(User user, String hash, boolean isChangeDue, Actor by, @Nullable Long exceptToken) {
        user.passwordHash = hash;
        user.passwordChangeDue = isChangeDue;
        if (user.firstPassword) {
            user.firstPassword = false;
            changed.fire(new PasswordChanged());
        }
        tokens.revokeAll(user, exceptToken);
        trail.record(List.of(AuditEvent.of(UserTarget.of(user.username), "PASSWORD_CHANGED", (String) null)), by);
    }
}
