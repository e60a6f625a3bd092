package org.investmentpipeline.security.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.investmentpipeline.file.OwnFile;
import org.investmentpipeline.problem.Problem;
import org.investmentpipeline.security.Role;
import org.investmentpipeline.security.audit.Actor;
import org.investmentpipeline.security.audit.AuditEvent;
import org.investmentpipeline.security.audit.AuditTrail;
import org.investmentpipeline.security.audit.FieldChange;
import org.investmentpipeline.security.audit.UserTarget;
import org.investmentpipeline.security.password.PasswordPolicy;
import org.investmentpipeline.security.password.Passwords;
import org.investmentpipeline.security.token.Tokens;
import org.investmentpipeline.security.user.FoldedUsernames;
import org.investmentpipeline.security.user.User;
import org.investmentpipeline.security.user.UsersReplaced;
import org.investmentpipeline.startup.StartupRefusal;
import org.jboss.logging.Logger;

/**
 * Creates the first user. An empty service gets the user {@code admin} with all roles and the configured password, or a random one that is
 * written once into the data directory. While the random password is valid, the service listens to its own machine only.
 * The setting {@code pipeline.admin-password-lost} does the same for an {@code admin} whose password is lost.
 */
@ApplicationScoped
public class AdminBootstrap {
    private static final Logger LOG = Logger.getLogger(AdminBootstrap.class);
    private static final String ADMIN = "admin";
    /** The folded name, as a constant because the tables would slow down the first start. */
    public static final String ADMIN_FOLDED = "adrnln";

    private static final String FILE = "admin-password.txt";
    private static final int BYTES = 18;

    @ConfigMapping(prefix = "pipeline")
    interface Settings {
        /** The password of admin at the first start; random by default. */
        Optional<String> adminPassword();

        /** Whether this start gives admin a new first password. */
        boolean adminPasswordLost();

        /** The directory of the embedded database and of the file with the random password. */
        Path dataDir();
    }

    private final User.Repository users;
    private final EntityManager entities;
    private final AuditTrail trail;
    private final Tokens tokens;
    private final Passwords passwords;
    private final FoldedUsernames folded;
    private final Optional<String> configured;
    private final boolean lost;
    private final Path file;
    private final String host;

    AdminBootstrap(
            User.Repository users,
            EntityManager entities,
            AuditTrail trail,
            Tokens tokens,
            Passwords passwords,
            FoldedUsernames folded,
            Settings settings,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.users = users;
        this.entities = entities;
        this.trail = trail;
        this.tokens = tokens;
        this.passwords = passwords;
        this.folded = folded;
        this.configured = settings.adminPassword();
        this.lost = settings.adminPasswordLost();
        this.file = settings.dataDir().resolve(FILE);
        this.host = host;
    }

    void start(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(this::ensureAdmin);
        if (QuarkusTransaction.requiringNew().call(this::isGuessable) && !isThisMachine()) {
            throw StartupRefusal.of(
                    "The service listens on addresses of other machines (%s) only after the first password of admin, in %s, was changed.",
                    "只有在修改 admin 的初始密码（见 %2$s）之后，服务才会在本机之外（%1$s）监听。",
                    host,
                    file.toAbsolutePath().normalize());
        }
    }

    /** The file with a first password, until that is changed. */
    public Optional<Path> passwordFile() {
        return Files.exists(file) ? Optional.of(file.toAbsolutePath().normalize()) : Optional.empty();
    }

    private boolean isGuessable() {
        return users.count("firstPassword = true") > 0;
    }

    /** The same rule for restored users with a first password. */
    void check(@Observes UsersReplaced replaced) {
        if (isGuessable() && !isThisMachine()) {
            throw Problem.refused(
                    "users",
                    "one still has the random password of a first start, and this service is reachable from other machines;"
                            + " change it where the dump was made",
                    "其中仍有用户使用首次启动的随机密码，而本服务在本机之外监听；请先在原系统修改");
        }
    }

    /**
     * Instances that start at the same time create one user: the others wait for the row and then find it. When a user exists, nothing is
     * locked, so that an instance can run on a read-only database.
     */
    private void ensureAdmin() {
        if (users.count() > 0 && !lost) {
            return;
        }
        entities.createNativeQuery("select id from audit_sealer where id = 1 for update", Integer.class)
                .getSingleResult();
        if (users.count() == 0) {
            admit(new User(), EnumSet.allOf(Role.class), "CREATED");
        } else if (lost) {
            var admin = users.named(ADMIN).orElseGet(User::new);
            admit(admin, EnumSet.of(Role.ADMIN), "LET_IN_AGAIN");
            tokens.revokeAll(admin, null);
            LOG.warn(
                    "The user admin has a new first password; remove pipeline.admin-password-lost before the next start");
        }
    }

    private void admit(User admin, Set<Role> roles, String action) {
        var before = admin.sortedRoles().toString();
        admin.username = ADMIN;
        admin.roles.addAll(roles);
        admin.active = true;
        admin.limited = false;
        admin.zones.clear();
        admin.firstPassword = configured.isEmpty();
        admin.passwordChangeDue = false;
        admin.passwordHash =
                passwords.hash(configured.map(AdminBootstrap::given).orElseGet(this::random));
        if (admin.usernameFolded == null && !folded.isTaken(ADMIN_FOLDED)) {
            admin.usernameFolded = ADMIN_FOLDED;
        }
        users.persistAndFlush(admin);
        var event = AuditEvent.of(
                UserTarget.of(ADMIN),
                action,
                new FieldChange("roles", before, admin.sortedRoles().toString()));
        trail.record(List.of(event), new Actor(null, null, null));
    }

    private static String given(String password) {
        if (PasswordPolicy.isShort(password)) {
            LOG.warn("The configured password of admin is short; set a longer one before others use the service");
        }
        return password;
    }

    private String random() {
        var password = Passwords.random(BYTES);
        try {
            Files.deleteIfExists(file);
            Files.writeString(OwnFile.create(file), password + "\n", StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The first password cannot be written to " + file, failed);
        }
        LOG.infof("The first password of admin is in %s", file.toAbsolutePath().normalize());
        return password;
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Deletes the file when the password was changed. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Users.PasswordChanged changed) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Deletes the file when the users were replaced. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) UsersReplaced replaced) throws IOException {
        Files.deleteIfExists(file);
    }
}
